using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Opens the security case of "this was not me" and plans the one step that needs no approval: signing the account out everywhere, as the
/// runbook for compromised accounts has it.
/// </summary>
public sealed class PlanSignOut(RunbookLibrary library, PlanBuilder builder, IDirectory directory, CaseContext contexts, CaseStore caseStore, IAuditLog audit)
    : Activity<PlanSignOut.Input, PlanSignOut.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<PlanSignOut>("plan-sign-out");

    /// <summary>The intent that the security case has.</summary>
    public const string Intent = "identity.compromised";

    private const string SignOut = "user.revoke-sessions";

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var origin = await caseStore.FindAsync(input.OriginId, cancellation) ?? throw new InvalidOperationException($"There is no case '{input.OriginId}'.");
        var subjectId = origin.Plan is { } plan ? (await contexts.GetAsync<Plan>(plan, cancellation)).SubjectId : origin.RequesterId;
        var person = subjectId is null ? null : await directory.GetPersonAsync(subjectId, cancellation);
        await caseStore.OpenSecurityAsync(input.CaseId, origin, person?.Id ?? "unknown", person?.DisplayName ?? origin.RequesterName ?? "unknown", cancellation);
        var (reference, why) = person is null ? (null, "The person is not in the directory.") : await PlanAsync(input, person, origin, cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                input.CaseId, $"{context.IdempotencyKey}/planned", AuditKinds.Planned, "helpdesk",
                reference is null ? $"The account is not signed out: {why}" : "Signing the account out everywhere was planned.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["origin"] = input.OriginId, ["subject"] = person?.Id ?? "unknown", ["plan-hash"] = reference?.Hash.Value ?? "none" }),
            cancellation);
        return new Result(reference, why, person?.Id);
    }

    private async Task<(PlanReference? Plan, string? Why)> PlanAsync(Input input, Person person, CaseRecord origin, CancellationToken cancellation)
    {
        if (library.ForIntent(Intent) is not { } runbook || runbook.Steps.Where(step => step.Do == SignOut).ToList() is not { Count: > 0 } steps)
            return (null, $"No runbook for '{Intent}' has the step '{SignOut}'.");
        var request = new PlanRequest { CaseId = input.CaseId, Intent = Intent, CreatedAt = origin.OpenedAt };
        var made = await builder.BuildAsync(runbook with { Steps = steps }, request, person, new PlanSubject(person, []), cancellation);
        if (made.Plan is not { } plan)
            return (null, made.NoPlan);
        var stored = await contexts.PutAsync(input.CaseId, "plan", plan, cancellation);
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record with
            {
                Plan = stored,
                RunbookId = runbook.Id,
                Intent = Intent,
                Steps = [.. plan.Steps.Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, CaseStepState.Planned))],
            },
            cancellation);
        return (PlanReference.To(plan, stored), null);
    }

    /// <summary>What <see cref="PlanSignOut"/> takes.</summary>
    /// <param name="CaseId">Id of the security case.</param>
    /// <param name="OriginId">The case of which the person said that it was not them.</param>
    public sealed record Input(string CaseId, string OriginId);

    /// <summary>The plan of the sign-out.</summary>
    /// <param name="Plan">The plan; null when there is none.</param>
    /// <param name="Why">Why there is none.</param>
    /// <param name="SubjectId">Whose account it is; null when nobody knows.</param>
    public sealed record Result(PlanReference? Plan, string? Why, string? SubjectId);
}
