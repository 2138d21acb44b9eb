using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Finds the open case of the same person that did a containment step minutes ago and read it back: a second ticket about the same does not
/// repeat it. A step that failed, or a case that is over, withholds nothing.
/// </summary>
public sealed class ContainedAlready(FixHistory history, CaseStore caseStore, PolicySet policy, TimeProvider time)
{
    /// <summary>The case that did it; null when this one has to, and then it is kept as the one that does.</summary>
    public async Task<DoneFix?> FindAsync(Plan plan, CancellationToken cancellation)
    {
        var (now, effects) = (time.GetUtcNow(), FixHistory.EffectsOf(plan));
        foreach (var fix in await history.ContainedAsync(plan.SubjectId, effects, plan.CaseId, now - policy.Containment.NotAgainWithin, cancellation))
        {
            if (await caseStore.FindAsync(fix.CaseId, cancellation) is { } other && CaseOverviewLine.Of(other).IsOpen && plan.Steps.All(step => IsDone(other, step)))
                return fix;
        }

        var number = (await caseStore.FindAsync(plan.CaseId, cancellation))?.Ticket.Number ?? plan.CaseId;
        await history.ContainAsync(plan.SubjectId, effects, plan.CaseId, number, now, cancellation);
        return null;
    }

    private static bool IsDone(CaseRecord other, PlanStep step) =>
        other.Steps.Where(done => done.Remediation == step.Remediation && done.TargetName == step.TargetName).ToList() is { Count: > 0 } steps
        && steps.TrueForAll(done => done.State is CaseStepState.Verified or CaseStepState.AlreadyDone);
}
