using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Decides whether a case works on its plan itself. A second ticket of the same person about the same thing joins the open one; a fix that was done a few
/// days ago is not repeated but escalated with its history.
/// </summary>
public sealed class ClaimComplaint(
    FixHistory history, RemediationCatalogue catalogue, PolicySet policy, CaseContext contexts, CaseStore caseStore, TimeProvider time)
    : Activity<ClaimComplaint.Input, ClaimComplaint.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<ClaimComplaint>("claim-complaint");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var plan = (await VerifiedPlan.LoadAsync(contexts, input.Plan, cancellation)).Plan;
        var record = await caseStore.FindAsync(plan.CaseId, cancellation) ?? throw new InvalidOperationException($"Case '{plan.CaseId}' was never opened.");
        if (input.JoinTo is { } joined && await caseStore.FindAsync(joined, cancellation) is { } open)
        {
            await JoinAsync(record, joined, open.Ticket.Number, cancellation);
            return new Result(joined, true, null);
        }

        var secrets = plan.Steps.Where(step => catalogue.Describe(step.Remediation) is { IsHandOver: true }).ToList();
        var mine = new OpenFix(plan.CaseId, record.Ticket.Number, FixHistory.EffectsOf(plan), FixHistory.EffectsOf(plan with { Steps = secrets }));

        if (await history.ClaimAsync(plan.SubjectId, mine, cancellation) is { } other)
        {
            await JoinAsync(record, other.CaseId, other.Number, cancellation);
            return new Result(other.CaseId, other.Covers(mine), null);
        }

        return policy.Budgets.SameFixExcept.Contains(plan.RunbookId, StringComparer.Ordinal)
            || await history.RepeatedAsync(plan.SubjectId, mine, time.GetUtcNow() - policy.Budgets.SameFixAfter, cancellation) is not { } done
                ? new Result(null, false, null)
                : new Result(null, false, await WhyNotAgainAsync(done, cancellation));
    }

    private async Task JoinAsync(CaseRecord record, CaseId other, string number, CancellationToken cancellation)
    {
        await caseStore.UpdateAsync(
            record.CaseId,
            before => before with { State = CaseState.Joined, JoinedTo = other, Doing = $"Waiting for {number}, an open ticket of the same person about the same thing" },
            cancellation);
        await caseStore.UpdateAsync(
            other,
            before => before.JoinedBy.Contains(record.CaseId, StringComparer.Ordinal) ? before : before with { JoinedBy = [.. before.JoinedBy, record.CaseId] },
            cancellation);
    }

    private async Task<string> WhyNotAgainAsync(DoneFix done, CancellationToken cancellation)
    {
        var before = await caseStore.FindAsync(done.CaseId, cancellation);
        var end = before switch
        {
            { ReopenedAt: not null } => "The requester reopened it.",
            { State: CaseState.Resolved } => "It was resolved.",
            { State: CaseState.Escalated, Reason: { } reason } => $"It went to a person: {reason}",
            _ => "",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The same was done for this person on {done.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC, in {done.Number}. {end} It is not done again within {PlainDuration.Write(policy.Budgets.SameFixAfter)} (policy/budgets.yaml, same-fix-after), because it did not last.");
    }

    /// <summary>What <see cref="ClaimComplaint"/> takes.</summary>
    /// <param name="Plan">The plan that is about to be worked on.</param>
    /// <param name="JoinTo">The open case that did all of it minutes ago, when nothing else is left to be done here; null otherwise.</param>
    public sealed record Input(PlanReference Plan, CaseId? JoinTo = null);

    /// <summary>What <see cref="ClaimComplaint"/> gives.</summary>
    /// <param name="WaitFor">The open case of the same person that is waited for; null when none is.</param>
    /// <param name="IsSame">True when that case does all of this plan, so that both tickets end together; false when this plan goes on after it.</param>
    /// <param name="NotAgain">Why a person gets it instead, with the history; null when the case goes on.</param>
    public sealed record Result(CaseId? WaitFor, bool IsSame, string? NotAgain);
}
