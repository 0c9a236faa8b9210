"""What Pansharp adds to Processing, one algorithm a file."""
