using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Delegates;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning.Conditions;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Finds out whose account a plan is about. Without a delegate rule that is the requester. With one, it is the only other
/// person whom the ticket names by address, if they are in the rule's relation to the requester in the directory.
/// </summary>
public sealed class SubjectResolver(IDirectory directory, PolicySet policy)
{
    /// <summary>The subject, or why it is in doubt.</summary>
    /// <param name="runbook">The runbook.</param>
    /// <param name="steps">Those of its steps that are planned: only what they need is read.</param>
    /// <param name="request">What the ticket asks for.</param>
    /// <param name="requester">Who asks.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">What is needed cannot be read now.</exception>
    public async Task<(PlanSubject? Subject, string? Doubt)> ResolveAsync(
        Runbook runbook, IReadOnlyList<RunbookStep> steps, PlanRequest request, RequesterSnapshot requester, CancellationToken cancellation)
    {
        if (requester.Person is not { } person)
            return (null, requester.NotMatched ?? "The requester is unknown.");
        if (runbook.Subject == SubjectRule.Requester)
            return (await SubjectAsync(steps, person, requester.DevicesAreMissing ? null : requester.Devices, cancellation), null);
        var delegations = RulesOf(runbook);
        if (delegations.Count == 0)
            return (null, NoRule(runbook));

        // Whoever else is in the ticket (a successor, a copy line) could be mistaken for the one it is about: exactly one, or none.
        var others = request.NamedAddresses
            .Where(address => !IsOf(person, address))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (others.Count != 1)
            return (null, others.Count == 0
                ? "The ticket names no one by mail address."
                : "The ticket names several people by mail address, and it is not certain whom it is about.");
        if (await directory.FindByAddressAsync(others[0], cancellation) is not { } named || named.Id == person.Id)
            return (null, "The mail address that the ticket names belongs to no one else in the directory.");
        // The manager, or human resources: whichever rule of policy holds now.
        foreach (var delegation in delegations)
        {
            if (await delegation.HoldsAsync(directory, person.Id, named.Id, cancellation))
                return (await SubjectAsync(steps, named, null, cancellation), null);
        }

        return (null, $"The requester may not ask for that person: {Meanings(delegations)}.");
    }

    /// <summary>Why the requester may ask for no other person at all with this runbook; null when there may be one for whom they may.</summary>
    /// <param name="runbook">The runbook.</param>
    /// <param name="requester">Who asks.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public async Task<string?> WhyForNobodyAsync(Runbook runbook, RequesterSnapshot requester, CancellationToken cancellation)
    {
        if (requester.Person is not { } person)
            return requester.NotMatched ?? "The requester is unknown.";
        var delegations = RulesOf(runbook);
        foreach (var delegation in delegations)
        {
            if (await delegation.MayHoldAsync(directory, person.Id, cancellation))
                return null;
        }

        return delegations.Count == 0 ? NoRule(runbook) : $"The requester may not ask for other people: {Meanings(delegations)}.";
    }

    private List<DelegateRule> RulesOf(Runbook runbook) => [.. policy.Delegates.Where(rule => rule.Runbooks.Contains(runbook.Id, StringComparer.Ordinal))];

    private static string NoRule(Runbook runbook) => $"No delegate rule lets anybody ask for the runbook '{runbook.Title}' (policy/delegates.yaml).";

    private static string Meanings(IEnumerable<DelegateRule> rules) => string.Join("; ", rules.Select(static rule => rule.Meaning));

    private async Task<PlanSubject> SubjectAsync(IReadOnlyList<RunbookStep> steps, Person person, IReadOnlyList<Device>? known, CancellationToken cancellation)
    {
        var (devices, why) = (known, (string?)null);
        if (devices is null && steps.Any(step => step.On != StepTarget.Subject))
            (devices, why) = await DevicesAsync(person.Id, cancellation);
        return new PlanSubject(person, devices ?? [], await RiskAsync(steps, person, cancellation), why);
    }

    // What will not be answered later either is a doubt about the steps on devices, and none about those on the account.
    private async Task<(IReadOnlyList<Device> Devices, string? Why)> DevicesAsync(PersonId personId, CancellationToken cancellation)
    {
        try
        {
            return (await directory.GetDevicesAsync(personId, cancellation), null);
        }
        catch (VendorException error) when (!error.IsRetryable)
        {
            return ([], $"The person's devices cannot be read: {error.Message}");
        }
    }

    private async Task<AccountRisk> RiskAsync(IReadOnlyList<RunbookStep> steps, Person subject, CancellationToken cancellation) =>
        steps.SelectMany(step => step.When).Any(name => RunbookConditions.Find(name) is { NeedsRisk: true })
            ? await directory.GetRiskAsync(subject.Id, cancellation)
            : AccountRisk.Unknown;

    private static bool IsOf(Person person, string address) =>
        string.Equals(person.Mail, address, StringComparison.OrdinalIgnoreCase)
        || string.Equals(person.UserPrincipalName, address, StringComparison.OrdinalIgnoreCase);
}
