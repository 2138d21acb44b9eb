using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Every step of the plan is in a loaded runbook, in the version that is in force.</summary>
public sealed class PlanIsFromAKnownRunbook : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (input.Runbook is not { } runbook || runbook.Id != input.Plan.RunbookId)
            return Refuse("The plan's runbook is not among those that were loaded.");
        if (runbook.Hash != input.Plan.RunbookHash)
            return Refuse("The runbook was changed after the plan was made.");
        if (!runbook.IsForBulk && !runbook.Intents.Contains(input.Plan.Intent, StringComparer.Ordinal))
            return Refuse("The runbook does not answer the plan's intent.");
        if (input.Plan.Steps.Count == 0)
            return Refuse("The plan has no step.");
        if (input.Plan.Steps.Select(step => step.Id).Distinct(StringComparer.Ordinal).Count() != input.Plan.Steps.Count)
            return Refuse("Two steps of the plan have the same id.");
        return input.Plan.Steps.FirstOrDefault(step => !runbook.Steps.Any(written => IsOf(written, step, policy.Access))) is { } stranger
            ? Refuse($"The step '{stranger.Id}' is not in the runbook.")
            : null;
    }

    private static bool IsOf(RunbookStep written, PlanStep step, AccessCatalogue access) =>
        written.Do == step.Remediation
        && (written.On == StepTarget.Devices
            ? step.Id.StartsWith($"{written.Id}-", StringComparison.Ordinal)
            : step.Id == written.Id)
        && step.Parameters.Keys.All(written.With.ContainsKey)
        && AreOf(written.With, step.Parameters, access);

    // What the ticket may choose is one entry, and all of the step is that entry's: not the group of one with the expiry of another.
    private static bool AreOf(IReadOnlyDictionary<string, string> written, IReadOnlyDictionary<string, string> resolved, AccessCatalogue access) =>
        written.Values.Any(value => AccessReference.Parse(value)?.Entry is AccessReference.Requested or AccessReference.Replaced)
            ? access.Entries.Any(requested => written.All(pair => Gives(pair.Value, resolved.GetValueOrDefault(pair.Key), requested, access)))
            : written.All(pair => Gives(pair.Value, resolved.GetValueOrDefault(pair.Key), null, access));

    private static bool Gives(string written, string? resolved, AccessEntry? requested, AccessCatalogue access)
    {
        if (AccessReference.Parse(written) is not { } reference)
            return written == resolved;
        if (reference.Entry == AccessReference.Replaced)
            return resolved is not null && requested is not null && requested.Replaces.Any(id => access.Find(id) is { } replaced && reference.Of(replaced) == resolved);
        var entry = reference.Entry == AccessReference.Requested ? requested : access.Find(reference.Entry);
        // Only an expiry may be missing, and only where the entry has none.
        return entry is not null && reference.Of(entry) == resolved && (resolved is not null || reference.Property == AccessReference.ExpiresAfter);
    }
}
