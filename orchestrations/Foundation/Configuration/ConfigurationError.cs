namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>One fault in a runbook or policy file, told so that whoever edits the file can mend it.</summary>
/// <param name="File">The file as people name it: <c>runbooks/lost-device.yaml</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="What">What is wrong, as a sentence.</param>
/// <param name="Remedy">What to do, as a sentence.</param>
public sealed record ConfigurationError(string File, int Line, string What, string Remedy)
{
    /// <summary><c>file:line: what remedy</c>, the form editors make clickable.</summary>
    public override string ToString() => $"{File}:{Line}: {What} {Remedy}";
}
