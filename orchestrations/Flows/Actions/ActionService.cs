using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning;

namespace HelpDesk.Orchestrations.Flows.Actions;

/// <summary>
/// Where an operator has a step of the runbook done for a case that a person has. Pressing changes nothing: it starts a case of its own, whose plan goes
/// through policy, approval, budgets and read-back like any other.
/// </summary>
public sealed class ActionService(ActionBasis basis, StepOffers offers, ActionRequests requests, CaseStore caseStore, IWorkflowClient workflows, TimeProvider time)
{
    // Whoever has so much done for one ticket works on something else.
    private const int MostActions = 50;

    private const string NotOwn = "This is about your own account or device, or your own ticket. A colleague must have it done.";

    /// <summary>What the page of a case offers to an operator.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The directory, the store or the key cannot be read now.</exception>
    public async Task<ActionOffers> OffersAsync(CaseId caseId, SignedInPerson by, CancellationToken cancellation)
    {
        var ground = await basis.ReadAsync(caseId, cancellation);
        if (ground is not { Record: { } record, Basis: { } signed })
            return new ActionOffers(null, [], ground.WhyNot);
        var offered = await offers.OfAsync(caseId, signed, cancellation);
        return IsOwn(offered, record, by)
            ? new ActionOffers(offered.SubjectId, [], NotOwn)
            : new ActionOffers(offered.SubjectId, [.. offered.Steps.Select(step => new ActionOffer(step, Earlier(record, step.StepId, step.DeviceId).Count + 1))], offered.WhyNone);
    }

    /// <summary>Has a step done. The same press again, in whichever browser, is the same action.</summary>
    /// <param name="caseId">The case on whose page it was pressed.</param>
    /// <param name="stepId">Which step of its runbook.</param>
    /// <param name="deviceId">On which device; null for a step on the account.</param>
    /// <param name="number">Which time, from 1, as the page said (<see cref="ActionOffer.Number"/>).</param>
    /// <param name="by">Who pressed, an operator.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The action's own case, or why there is none.</returns>
    /// <exception cref="VendorException">The directory, the store or the audit log cannot be reached; pressing again is safe.</exception>
    public async Task<ActionAnswer> AskAsync(CaseId caseId, string stepId, DeviceId? deviceId, int number, SignedInPerson by, CancellationToken cancellation)
    {
        var ground = await basis.ReadAsync(caseId, cancellation);
        if (ground is not { Record: { } record, Basis: { } signed })
            return ActionAnswer.Refused(ground.WhyNot!);
        var offered = await offers.OfAsync(caseId, signed, cancellation);
        if (IsOwn(offered, record, by))
            return ActionAnswer.Refused(NotOwn);
        if (!offered.Steps.Any(step => step.StepId == stepId && step.DeviceId == deviceId))
            return ActionAnswer.Refused(offered.WhyNone ?? "This step isn't offered for this case now. Open the page of the case again.");
        var earlier = Earlier(record, stepId, deviceId);
        if (number >= 1 && number <= earlier.Count)
            return ActionAnswer.Started(new CaseId(earlier[number - 1]));
        if (number != earlier.Count + 1)
            return ActionAnswer.Refused("The page was out of date. Open the page of the case again.");
        if (earlier is [.., var last] && await caseStore.FindAsync(new CaseId(last), cancellation) is { ClosedAt: null })
            return ActionAnswer.Refused($"This step is under way already: {last}.");
        if (record.Actions.Count >= MostActions)
            return ActionAnswer.Refused(string.Create(CultureInfo.InvariantCulture, $"{MostActions} steps were done from this page. Open a ticket for what is left."));

        var request = new ActionRequest(new CaseId(string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(caseId, stepId, deviceId)}{number}")), caseId, stepId, deviceId, by.ObjectId, DisplayText.Of(by.Name, "?"), time.GetUtcNow());
        await requests.RecordAsync(request, cancellation);
        await workflows.StartAsync(ActionWorkflow.Reference, request.CaseId, request, cancellation);
        // The workflow does both too; here, so that whoever pressed finds it at once.
        await OpenAsync(caseStore, request, record, cancellation);
        return ActionAnswer.Started(request.CaseId);
    }

    /// <summary>Opens the action's case and names it on the one it was pressed on; once, however often it is called.</summary>
    internal static async Task OpenAsync(CaseStore caseStore, ActionRequest request, CaseRecord origin, CancellationToken cancellation)
    {
        await caseStore.OpenActionAsync(request, origin, cancellation);
        await caseStore.UpdateAsync(
            request.OriginCaseId,
            before => before.Actions.Contains(request.CaseId.Value, StringComparer.Ordinal) ? before : before with { Actions = [.. before.Actions, request.CaseId] }, cancellation);
    }

    private static bool IsOwn(OfferedSteps offered, CaseRecord record, SignedInPerson by) =>
        offered.SubjectId is { } subject && by.ObjectId.Is(subject) || record.RequesterId is { } requester && by.ObjectId.Is(requester);

    private static List<string> Earlier(CaseRecord record, string stepId, DeviceId? deviceId)
    {
        var prefix = PrefixOf(record.CaseId, stepId, deviceId);
        return [.. record.Actions.Where(id => id.StartsWith(prefix, StringComparison.Ordinal) && id.AsSpan(prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0)];
    }

    private static string PrefixOf(CaseId caseId, string stepId, DeviceId? deviceId)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{stepId}|{deviceId?.Value}")))[..12];
        return $"{caseId}-action-{digest}-";
    }
}

/// <summary>What the page of a case offers.</summary>
/// <param name="SubjectId">Whose account and devices; null when that is not known.</param>
/// <param name="Steps">One press each; empty when nothing may be done.</param>
/// <param name="WhyNone">Why there are none; null when there are.</param>
public sealed record ActionOffers(PersonId? SubjectId, IReadOnlyList<ActionOffer> Steps, string? WhyNone);

/// <summary>A step that can be done by one press.</summary>
/// <param name="Step">The step.</param>
/// <param name="Number">Which time it would be, from 1: the form sends it, so that a second press of the same page is not a second action.</param>
public sealed record ActionOffer(StepOffer Step, int Number);

/// <summary>What became of a press.</summary>
/// <param name="CaseId">The action's own case; null when there is none.</param>
/// <param name="WhyNot">Why there is none; null when there is one.</param>
public sealed record ActionAnswer(CaseId? CaseId, string? WhyNot)
{
    /// <summary>It was started, now or by an earlier press.</summary>
    public static ActionAnswer Started(CaseId caseId) => new(caseId, null);

    /// <summary>It was refused.</summary>
    public static ActionAnswer Refused(string why) => new(null, why);
}
