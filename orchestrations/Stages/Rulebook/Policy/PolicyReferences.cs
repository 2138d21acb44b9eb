using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary>What policy files may refer to.</summary>
/// <param name="Remediations">The catalogue.</param>
/// <param name="Intents">All intents.</param>
/// <param name="Runbooks">All runbooks that could be read.</param>
internal sealed record PolicyReferences(
    IReadOnlyList<RemediationDescriptor> Remediations, IReadOnlyCollection<KnownIntent> Intents, IReadOnlyList<Runbook> Runbooks)
{
    public IReadOnlyList<string> RemediationIds => [.. Remediations.Select(descriptor => descriptor.Id)];

    public IReadOnlyList<string> IntentIds => [.. Intents.Select(intent => intent.Id)];

    public IReadOnlyList<string> RunbookIds => [.. Runbooks.Select(runbook => runbook.Id)];
}
