"""Whether what is published may be said: promises, praise, secrets, private numbers."""
