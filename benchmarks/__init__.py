"""Benchmarks of reportdesk: each figure beside a floor measured in the same run."""
