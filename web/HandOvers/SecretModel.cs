using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Web.HandOvers;

/// <summary>What the page with the secret shows. Lives for the one answer.</summary>
/// <param name="HandOver">The hand-over.</param>
/// <param name="Outcome">The outcome with the secret.</param>
/// <param name="Script">The countdown.</param>
public sealed record SecretModel(HandOver HandOver, SecretOutcome Outcome, string Script)
{
    /// <summary>Never shows the secret: a record's own text would show its parts.</summary>
    public override string ToString() => $"SecretModel {HandOver.HandOverId}";
}
