namespace HelpDesk.Local.Starting;

/// <summary>The program does not start; every reason is one plain line that names what to change.</summary>
internal sealed class StartRefusedException(int exitCode, IReadOnlyList<string> reasons, Exception? cause = null)
    : Exception(string.Join('\n', reasons), cause)
{
    /// <summary>One of <see cref="Starting.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>The reasons.</summary>
    public IReadOnlyList<string> Reasons { get; } = reasons;
}
