"""What footcoach costs, each figure beside a yardstick that is measured in the same run."""
