using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>Opens the security case of "this was not me" and makes the plan that signs its person out everywhere.</summary>
public sealed class SignOutPlanner(RunbookLibrary library, PlanBuilder builder, IDirectory directory, CaseContext contexts, CaseStore caseStore)
{
    private const string SignOut = "user.revoke-sessions";

    /// <summary>The plan, or why there is none.</summary>
    /// <exception cref="Foundation.VendorException">The directory or the store cannot be read now.</exception>
    public async Task<(PlanSignOut.Result Result, Plan? Plan)> PlanAsync(PlanSignOut.Input input, CancellationToken cancellation)
    {
        var origin = await caseStore.FindAsync(input.OriginId, cancellation) ?? throw new InvalidOperationException($"There is no case '{input.OriginId}'.");
        var subjectId = origin.Plan is { } kept ? (await contexts.GetAsync<Plan>(kept, cancellation)).SubjectId : origin.RequesterId;
        var person = subjectId is null ? null : await directory.GetPersonAsync(subjectId.Value, cancellation);
        await caseStore.OpenSecurityAsync(input.CaseId, origin, new PersonId(person?.Id ?? "unknown"), person?.DisplayName ?? origin.RequesterName ?? "unknown", cancellation);
        if (person is null)
            return (new PlanSignOut.Result(null, "The person is not in the directory.", null), null);
        if (library.ForIntent(PlanSignOut.Intent) is not { } runbook || runbook.Steps.Where(step => step.Do == SignOut).ToList() is not { Count: > 0 } steps)
            return (new PlanSignOut.Result(null, $"No runbook for '{PlanSignOut.Intent}' has the step '{SignOut}'.", person.Id), null);

        var request = new PlanRequest { CaseId = input.CaseId, Intent = PlanSignOut.Intent, CreatedAt = origin.OpenedAt };
        var made = await builder.BuildAsync(runbook with { Steps = steps }, request, person, new PlanSubject(person, []), cancellation);
        return made.Plan is { } plan
            ? (new PlanSignOut.Result(PlanReference.To(plan, await contexts.PutAsync(input.CaseId, "plan", plan, cancellation)), null, person.Id), plan)
            : (new PlanSignOut.Result(null, made.NoPlan, person.Id), null);
    }
}
