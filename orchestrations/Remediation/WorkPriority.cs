namespace HelpDesk.Orchestrations.Remediation;

/// <summary>
/// Whether the current flow of control works for one person who waits, or for one of many targets of a mass remediation. Travels
/// with the flow and not in every signature, because only what meters calls to the outside reads it.
/// </summary>
public static class WorkPriority
{
    private static readonly AsyncLocal<bool> Mass = new();

    /// <summary>True inside of <see cref="EnterMass"/>: everything else goes first. Default false.</summary>
    public static bool IsMass => Mass.Value;

    /// <summary>Marks the current flow as mass work until what is returned is disposed of.</summary>
    public static IDisposable EnterMass()
    {
        var scope = new Scope(Mass.Value);
        Mass.Value = true;
        return scope;
    }

    private sealed class Scope(bool before) : IDisposable
    {
        public void Dispose() => Mass.Value = before;
    }
}
