namespace HelpDesk.Local.Engine;

/// <summary>
/// The engine does not run: its database cannot be used (the message names the file and what to do), or the host is stopping.
/// Nothing of the refused call was written.
/// </summary>
public sealed class EngineStoppedException(string message, Exception? cause = null) : Exception(message, cause);
