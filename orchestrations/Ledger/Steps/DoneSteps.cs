using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>Keeps what each step left behind, insert-only: an undo compares with it and never with what it finds first.</summary>
public sealed class DoneSteps(ActivityResults results)
{
    /// <summary>Keeps how the target of a step looked once its effect was read back; the first one counts.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public Task<StepDone> KeepAsync(StepDone done, CancellationToken cancellation) =>
        results.KeepAsync(done.Step.CaseId, KeyOf(done.Step.PlanHash, done.Step.Index), done, cancellation);

    /// <summary>What a step of a plan left behind; null when it changed nothing, was never read back or cannot be undone.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public Task<StepDone?> FindAsync(CaseId caseId, PlanHash planHash, int index, CancellationToken cancellation) =>
        results.FindAsync<StepDone>(caseId, KeyOf(planHash, index), cancellation);

    private static string KeyOf(PlanHash planHash, int index) => string.Create(CultureInfo.InvariantCulture, $"done/{planHash}/{index}");
}

/// <summary>A step that changed something and was read back: what can be undone, and how the target looked then.</summary>
/// <param name="Step">The step.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="StateAfter">The state after it, as <see cref="HelpDesk.Orchestrations.Domain.Remediations.TargetState"/> writes it.</param>
/// <param name="StateAfterText">The same, in one sentence.</param>
public sealed record StepDone(StepInput Step, DateTimeOffset StartedAt, string StateAfter, string StateAfterText);
