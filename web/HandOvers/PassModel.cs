using HelpDesk.Orchestrations.HandOvers;

namespace HelpDesk.Web.HandOvers;

/// <summary>What the page with the pass shows. Lives for the one answer.</summary>
/// <param name="HandOver">The hand-over.</param>
/// <param name="Outcome">The outcome with the pass.</param>
/// <param name="Script">The countdown.</param>
public sealed record PassModel(HandOver HandOver, PassOutcome Outcome, string Script)
{
    /// <summary>Never shows the pass: a record's own text would show its parts.</summary>
    public override string ToString() => $"PassModel {HandOver.HandOverId}";
}
