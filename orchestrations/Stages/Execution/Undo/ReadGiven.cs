using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>Which steps of a case gave something to whoever asked, and what of the case is still open. Changes nothing.</summary>
public sealed class ReadGiven(CaseStore caseStore, CaseContext contexts, DoneSteps done) : Activity<ReadGiven.Input, ReadGiven.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<ReadGiven>("read-given");

    // Protection and what was taken away stay; what gives access back to whoever asked goes.
    private static readonly string[] Giving = ["group.add-member", "user.assign-licence", "user.swap-licence", "user.enable-sign-in"];

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var record = await caseStore.FindAsync(input.CaseId, cancellation) ?? throw new InvalidOperationException($"There is no case '{input.CaseId}'.");
        var given = new List<UndoStepInput>();
        // What operators had done for the case came after its own plan.
        for (var at = record.Actions.Count - 1; at >= 0; at--)
        {
            if (await caseStore.FindAsync(new CaseId(record.Actions[at]), cancellation) is { } action)
                given.AddRange(await GivenAsync(action, cancellation));
        }

        given.AddRange(await GivenAsync(record, cancellation));
        return new Result(record.OpenApprovalId, record.OpenHandOverId, given, record.RequesterId);
    }

    private async Task<List<UndoStepInput>> GivenAsync(CaseRecord record, CancellationToken cancellation)
    {
        var given = new List<UndoStepInput>();
        if (record.Plan is not { } reference || await contexts.GetAsync<Plan>(reference, cancellation) is not { Undoes: null } plan)
            return given;
        for (var at = plan.Steps.Count - 1; at >= 0; at--)
        {
            if (Giving.Contains(plan.Steps[at].Remediation, StringComparer.Ordinal) && await done.FindAsync(record.CaseId, PlanReference.To(plan, reference).Hash, at, cancellation) is { } left)
                given.Add(new UndoStepInput(left.Step, left.StartedAt, "The person said that the request was not theirs."));
        }

        return given;
    }

    /// <summary>What <see cref="ReadGiven"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    public sealed record Input(CaseId CaseId);

    /// <summary>What is to be undone.</summary>
    /// <param name="ApprovalId">The approval that is open; null when there is none.</param>
    /// <param name="HandOverId">The hand-over that is open; null when there is none.</param>
    /// <param name="Steps">Steps that gave something, the last first.</param>
    /// <param name="RequesterId">Who asked; null when unknown.</param>
    public sealed record Result(string? ApprovalId, string? HandOverId, IReadOnlyList<UndoStepInput> Steps, PersonId? RequesterId);
}
