using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Opens the security case of "this was not me" and plans the one step that needs no approval: signing the account out everywhere, as the
/// runbook for compromised accounts has it. Its entry is signed, as that of every plan (<see cref="MakePlan"/>).
/// </summary>
public sealed class PlanSignOut(SignOutPlanner planner, CaseContext contexts, SignedResults results, CaseStore caseStore)
    : SignedActivity<PlanSignOut.Input, PlanSignOut.Result, Plan>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<PlanSignOut>("plan-sign-out");

    /// <summary>The intent that the security case has.</summary>
    public const string Intent = "identity.compromised";

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, Input input) => new(input.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.Planned);

    /// <inheritdoc />
    protected override Task<(Result Result, Plan? Stored)> MakeAsync(ActivityContext context, Input input) => planner.PlanAsync(input, context.Cancellation);

    /// <inheritdoc />
    protected override async Task<Plan?> LoadAsync(Result result, CancellationToken cancellation) =>
        result.Plan is { } reference ? await contexts.GetAsync<Plan>(reference.Context, cancellation) : null;

    /// <inheritdoc />
    protected override AuditEvent EntryOf(ActivityContext context, Input input, Result result, Plan? stored) => new(
        input.CaseId, EntryKey(context), AuditKinds.Planned, "helpdesk",
        result.Plan is null ? $"The account is not signed out: {result.Why}" : "Signing the account out everywhere was planned.",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["origin"] = input.OriginId, ["subject"] = result.SubjectId ?? "unknown", [SignedPlan.HashFact] = result.Plan?.Hash.Value ?? "none" });

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result, Plan? stored)
    {
        if (stored is null)
            return;
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record with
            {
                Plan = result.Plan!.Context,
                RunbookId = stored.RunbookId,
                Intent = Intent,
                Steps = [.. stored.Steps.Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, CaseStepState.Planned))],
            },
            context.Cancellation);
    }

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/planned";

    /// <summary>What <see cref="PlanSignOut"/> takes.</summary>
    /// <param name="CaseId">Id of the security case.</param>
    /// <param name="OriginId">The case of which the person said that it was not them.</param>
    public sealed record Input(CaseId CaseId, CaseId OriginId);

    /// <summary>The plan of the sign-out.</summary>
    /// <param name="Plan">The plan; null when there is none.</param>
    /// <param name="Why">Why there is none.</param>
    /// <param name="SubjectId">Whose account it is; null when nobody knows.</param>
    public sealed record Result(PlanReference? Plan, string? Why, PersonId? SubjectId);
}
