using System.Globalization;
using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Bulk.Reading;

/// <summary>Makes what an approver reads and approves: one step per step of the runbook, on the whole list. It is never executed itself.</summary>
public sealed class BulkListPlans(ApprovedLists approved, RunbookLibrary library, RemediationCatalogue catalogue)
{
    private const string Stays = "not undone";
    private const string ForEach = "For each target what the list says";

    /// <summary>The plan of a run's frozen list.</summary>
    /// <param name="run">The run.</param>
    /// <param name="list">The list.</param>
    /// <param name="listHash">Its hash.</param>
    /// <param name="targets">Its targets; not empty.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Plan> OfAsync(BulkRun run, BulkList list, string listHash, IReadOnlyList<BulkTarget> targets, CancellationToken cancellation)
    {
        var plan = new Plan
        {
            CaseId = run.CaseId,
            RunbookId = list.RunbookId,
            RunbookHash = list.RunbookHash,
            Intent = BulkCase.Intent,
            RequesterId = run.Started.PersonId,
            // Its targets are the people: of the list itself the run is the subject.
            SubjectId = new PersonId(run.CaseId),
            Steps = [],
        };
        return run.Undoes is { } undone ? await UndoAsync(run, undone, plan, list, listHash, targets, cancellation) : plan with { Steps = Forwards(run, list, listHash) };
    }

    private IReadOnlyList<PlanStep> Forwards(BulkRun run, BulkList list, string listHash)
    {
        var runbook = library.Find(list.RunbookId) ?? throw new InvalidOperationException($"There is no runbook '{list.RunbookId}'.");
        var parameters = Parameters(list, listHash);
        if (run.Group is { } group)
            parameters["group"] = $"{group.Name} ({group.Id})";
        return
        [
            // What is switched off is in no target's plan.
            .. runbook.Steps.Where(step => catalogue.Find(step.Do) is not null).Select(step => new PlanStep(
                step.Id, step.Do, catalogue.Get(step.Do).Descriptor.Target, new TargetId(listHash), Name(list.Count), parameters,
                "{}", "Captured for each target when the list was frozen; see the list", ForEach)),
        ];
    }

    private async Task<Plan> UndoAsync(BulkRun run, CaseId undone, Plan plan, BulkList list, string listHash, IReadOnlyList<BulkTarget> targets, CancellationToken cancellation)
    {
        var (done, kept) = await approved.PlanAsync(undone, cancellation);
        var back = targets.SelectMany(target => target.Steps.Where(step => step.Undo is not null).Select(step => step.Remediation).Distinct(StringComparer.Ordinal))
            .GroupBy(remediation => remediation, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var parameters = Parameters(list, listHash);
        var stays = done.Steps.Where(step => !back.ContainsKey(step.Remediation)).Select(step => WhatStays(step.Remediation)).Distinct(StringComparer.Ordinal).ToList();
        if (stays.Count > 0)
            parameters[Stays] = string.Join(" ", stays);
        return plan with
        {
            Undoes = new UndoOrigin(undone, kept, PlanFingerprint.Of(done), run.Started.Reason ?? ""),
            Steps =
            [
                .. done.Steps.Reverse().Where(step => back.ContainsKey(step.Remediation)).Select(step => step with
                {
                    TargetId = new TargetId(listHash), TargetName = Name(back[step.Remediation]), Parameters = parameters, PriorStateText = ForEach,
                    Undone = new UndoneStep("{}", "Kept for each target when its step was read back; see the list", run.Started.At),
                }),
            ],
        };
    }

    private string WhatStays(string remediation) =>
        catalogue.Find(remediation)?.Descriptor is { } about ? $"{about.Title}: {about.Undo}" : $"{remediation}: the catalogue does not know it any more.";

    private static string Name(int targets) => $"{BulkAudit.Text(targets)} targets of a frozen list";

    private static SortedDictionary<string, string> Parameters(BulkList list, string listHash) => new(StringComparer.Ordinal)
    {
        [BulkList.Parameter] = listHash,
        ["targets"] = BulkAudit.Text(list.Count),
        ["waves"] = string.Join(", ", list.Limits.WavesOf(list.Count).Select(wave => BulkAudit.Text(wave.Count))),
        ["stops at failures"] = string.Create(CultureInfo.InvariantCulture, $"{list.Limits.WaveFailures:P0} of a wave, {list.Limits.AllFailures:P0} of the run"),
        ["effects per hour"] = BulkAudit.Text(list.Limits.EffectsPerHour),
    };
}
