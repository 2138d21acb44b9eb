using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Planning;

namespace HelpDesk.Orchestrations.Flows.Bulk.Reading;

/// <summary>Finds out what a line of the pasted list is, and makes its plan. Reads only.</summary>
public sealed class BulkReader(
    IDirectory directory, PlanBuilder builder, RemediationCatalogue catalogue, BulkPolicy policy, PolicySet rules, FrozenLists lists)
{
    /// <summary>The target that a line names, with its plan kept, or why it is none.</summary>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public async Task<BulkLine> ReadAsync(BulkRun run, Runbook runbook, Person starter, string text, CancellationToken cancellation)
    {
        var (subject, refusal) = await SubjectAsync(runbook, text, cancellation);
        if (subject is null)
            return refusal!;
        // Of a group nobody knows the ids.
        text = run.Group is null ? text : $"{subject.Person.DisplayName} ({subject.Person.UserPrincipalName})";
        if (WhyNot(subject.Person) is { } protectedBy)
            return BulkLine.Refused(text, protectedBy.Refusal, protectedBy.Reason);

        var request = new PlanRequest { CaseId = run.CaseId, Intent = BulkCase.Intent, CreatedAt = run.Started.At };
        var made = await builder.BuildAsync(runbook, request, starter, subject, cancellation);
        if (made.Plan is not { } plan)
            return BulkLine.Refused(text, KindOf(made, subject.Person), made.NoPlan!);
        var verdict = await policy.JudgeAsync(plan, starter, cancellation);
        if (verdict.Outcome == VerdictOutcome.Refuse)
            return BulkLine.Refused(text, BulkRefusal.Policy, verdict.Why);
        var kept = await lists.KeepPlanAsync(run.CaseId, plan, cancellation);
        return BulkLine.Of(text, TargetOf(subject.Person, plan, new PlanHash(kept)));
    }

    private static BulkTarget TargetOf(Person person, Plan plan, PlanHash planHash) => new(
        new PersonId(FrozenLists.IdOf(person.Id)), $"{person.DisplayName} ({person.UserPrincipalName})", planHash,
        [.. plan.Steps.Select(step => new BulkTargetStep(step.Remediation, step.TargetId, step.TargetName, step.PriorStateText, step.UndoText))]);

    private BulkRefusal KindOf(PlanResult made, Person person) =>
        made.LeftOut.Any(step => catalogue.FindOff(step.Remediation) is not null) ? BulkRefusal.NotPossible
        : person.IsSynced ? BulkRefusal.Synced
        : made.LeftOut.Count > 0 ? BulkRefusal.NothingToDo
        : BulkRefusal.NotPossible;

    private async Task<(PlanSubject? Subject, BulkLine? Refusal)> SubjectAsync(Runbook runbook, string text, CancellationToken cancellation)
    {
        var onDevices = runbook.Steps.Any(step => step.On != StepTarget.Subject);
        if (Guid.TryParseExact(text, "D", out var id))
        {
            if (await directory.GetPersonAsync(new PersonId(id.ToString("D")), cancellation) is { } person)
                return (await SubjectOfAsync(person, onDevices, cancellation), null);
            return onDevices && await directory.GetDeviceAsync(new DeviceId(id.ToString("D")), cancellation) is { } device
                ? await OwnerAsync(text, device, cancellation)
                : (null, BulkLine.Refused(text, BulkRefusal.Unknown, onDevices ? "No account and no managed device has this id." : "No account has this id."));
        }

        if (text.IndexOf('@', StringComparison.Ordinal) is < 1 || text.Any(char.IsWhiteSpace))
            return (null, BulkLine.Refused(text, BulkRefusal.NotReadable, "It is neither a mail address nor an object id."));
        return await directory.FindByAddressAsync(text, cancellation) is { } found
            ? (await SubjectOfAsync(found, onDevices, cancellation), null)
            : (null, BulkLine.Refused(text, BulkRefusal.Unknown, "No account has exactly this address, or more than one has."));
    }

    private async Task<(PlanSubject? Subject, BulkLine? Refusal)> OwnerAsync(string text, Device device, CancellationToken cancellation) =>
        device.OwnerId is { } owner && await directory.GetPersonAsync(owner, cancellation) is { } person
            ? (new PlanSubject(person, [device]), null)
            : (null, BulkLine.Refused(text, BulkRefusal.NotPossible, "The device has no primary user."));

    private async Task<PlanSubject> SubjectOfAsync(Person person, bool onDevices, CancellationToken cancellation) =>
        new(person, onDevices ? await directory.GetDevicesAsync(person.Id, cancellation) : []);

    private (BulkRefusal Refusal, string Reason)? WhyNot(Person person) =>
        rules.Protection.BreakGlassAccounts.Contains(person.Id) || person.GroupIds.Any(rules.Protection.BreakGlassGroups.Contains)
            ? (BulkRefusal.BreakGlass, "An emergency account is never touched.")
        : person.IsGuest ? (BulkRefusal.Guest, "A guest's account belongs to another organisation.")
        : person.IsPrivileged ? (BulkRefusal.Privileged, "The account holds a directory role, or it is not known whether it does.")
        : person.GroupIds.Any(rules.Protection.VipGroups.Contains) ? (BulkRefusal.Vip, "A protected person is helped one by one.")
        : rules.Protection.IsServiceAccount(person) ? (BulkRefusal.Functional, "It is no single person's own account.")
        : null;
}
