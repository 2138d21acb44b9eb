using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>What policy must know of the plan whose steps another one undoes, as it is stored.</summary>
public sealed class UndoFacts(CaseContext contexts, DoneSteps done)
{
    /// <summary>The plan that is undone and what each of its steps left behind, by step id; nothing for a plan that is no undo.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<(Plan? Original, IReadOnlyDictionary<string, StepDone> Done)> OfAsync(Plan plan, CancellationToken cancellation)
    {
        var left = new Dictionary<string, StepDone>(StringComparer.Ordinal);
        if (plan.Undoes is not { } origin)
            return (null, left);
        var original = await contexts.GetAsync<Plan>(origin.Plan, cancellation);
        for (var index = 0; index < original.Steps.Count; index++)
        {
            if (await done.FindAsync(origin.CaseId, origin.PlanHash, index, cancellation) is { } step)
                left[original.Steps[index].Id] = step;
        }

        return (original, left);
    }
}
