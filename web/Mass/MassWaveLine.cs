using HelpDesk.Orchestrations.Mass;

namespace HelpDesk.Web.Mass;

/// <summary>One wave as the page shows it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Targets">How many targets it has.</param>
/// <param name="Running">How many are being worked on.</param>
/// <param name="Ended">What ended.</param>
public sealed record MassWaveLine(string Name, int Targets, int Running, MassTally Ended)
{
    /// <summary>How many were not begun.</summary>
    public int Waiting => Math.Max(0, Targets - Running - Ended.Ended);

    /// <summary>Where it stands.</summary>
    public (string Text, string Tone) State => this switch
    {
        { Waiting: 0, Running: 0 } => ("Over", Ended.Bad > 0 ? "bad" : "good"),
        { Running: 0, Ended.Ended: 0 } => ("Waits", "plain"),
        { Running: 0 } => ("Stands", "wait"),
        _ => ("Runs", "info"),
    };
}
