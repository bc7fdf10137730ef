"""What `footcoach doctor` looks at: each check yields findings, and writes nothing."""
