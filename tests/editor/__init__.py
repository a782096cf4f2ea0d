"""What an author sees in an editor, asked of the language server that Visual Studio Code uses."""
