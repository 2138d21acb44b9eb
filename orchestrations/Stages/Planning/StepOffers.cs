using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Which steps of a case's runbook can be done for it one by one, and the plan of one of them. Person and devices are those of the directory as it is
/// now; a step whose conditions do not hold is not offered, and so not planned either.
/// </summary>
public sealed class StepOffers(RunbookLibrary library, SubjectResolver subjects, PlanBuilder builder, NamedAccess named, CaseContext contexts, IDirectory directory)
{
    // As many devices as a person has who is served by one page.
    private const int MostDevices = 10;

    /// <summary>What can be done; nothing is changed, and no state of a target is read.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="basis">What is signed of it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The directory or the store cannot be read now.</exception>
    public async Task<OfferedSteps> OfAsync(CaseId caseId, SignedBasis basis, CancellationToken cancellation)
    {
        var (about, why) = await ReadAsync(caseId, basis, cancellation);
        if (about is null)
            return new OfferedSteps(null, [], why);
        var offers = new List<StepOffer>();
        foreach (var step in about.Runbook.Steps)
        {
            IEnumerable<Device?> targets = Own(about).Take(MostDevices);
            if (step.On == StepTarget.Subject)
                targets = [null];
            foreach (var device in targets)
            {
                if (builder.WhyNotOffered(step, about.Request, about.Requester, about.Subject, device) is null)
                    offers.Add(new StepOffer(step.Id, step.Do, device?.Id, DisplayText.Of(device?.Name ?? about.Subject.Person.DisplayName, "?")));
            }
        }

        return new OfferedSteps(about.Subject.Person.Id, offers, offers.Count > 0 ? null : about.Subject.NoDevices ?? "No step of the runbook fits this case now.");
    }

    /// <summary>The plan of one step that is offered, or why there is none. Reads the state of its target.</summary>
    /// <param name="request">What the operator pressed.</param>
    /// <param name="basis">What is signed of the case.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The directory, the target or the store cannot be read now.</exception>
    public async Task<(Plan? Plan, string? Why)> PlanAsync(ActionRequest request, SignedBasis basis, CancellationToken cancellation)
    {
        var (about, why) = await ReadAsync(request.CaseId, basis, cancellation);
        if (about is null)
            return (null, why);
        if (about.Runbook.Steps.FirstOrDefault(step => step.Id == request.StepId) is not { } step || (step.On == StepTarget.Subject) != (request.DeviceId is null))
            return (null, "The runbook of this case has no such step.");
        var device = request.DeviceId is { } id ? Own(about).FirstOrDefault(device => device.Id == id) : null;
        if (request.DeviceId is not null && device is null)
            return (null, about.Subject.NoDevices ?? "The device does not belong to the person of this case any more.");
        if (builder.WhyNotOffered(step, about.Request, about.Requester, about.Subject, device) is { } not)
            return (null, not);

        var made = await builder.BuildAsync(
            about.Runbook, [step], false, about.Request with { DeviceId = device?.Id }, about.Requester, about.Subject with { Devices = device is null ? [] : [device] }, cancellation);
        return made.Plan is { Steps.Count: 1 } plan
            ? (plan with { Opening = about.Opening, OperatorId = request.OperatorId }, null)
            : (null, made.Missing.Concat(made.LeftOut).FirstOrDefault()?.Reason ?? made.NoPlan ?? "The step cannot be planned.");
    }

    private static IEnumerable<Device> Own(About about) =>
        about.Subject.Devices.Where(device => device.OwnerId == about.Subject.Person.Id).OrderBy(device => device.Name, StringComparer.OrdinalIgnoreCase).ThenBy(device => device.Id, StringComparer.Ordinal);

    private async Task<(About? About, string? Why)> ReadAsync(CaseId caseId, SignedBasis basis, CancellationToken cancellation)
    {
        var triage = basis.Triage;
        if (triage is not { Intent: { } intent, IsAbstention: false })
            return (null, "It is not certain what the ticket is about.");
        if (library.ForIntent(intent) is not { } runbook)
            return (null, "There is no runbook for what this ticket is about.");
        var snapshot = await contexts.GetAsync<RequesterSnapshot>(basis.Requester, cancellation);
        if (snapshot.Person is not { } known || await directory.GetPersonAsync(known.Id, cancellation) is not { } person)
            return (null, snapshot.NotMatched ?? "The requester is not in the directory any more.");
        var request = PlanRequests.Of(caseId, await contexts.GetAsync<TicketSnapshot>(basis.Ticket, cancellation), triage, named);
        // The devices of the snapshot are those of the day on which the ticket came.
        var (subject, doubt) = await subjects.ResolveAsync(runbook, runbook.Steps, request, snapshot with { Person = person, DevicesAreMissing = true }, cancellation);
        return subject is null ? (null, doubt) : (new About(runbook, request, person, subject, snapshot.Opening?.ForPlan()), null);
    }

    private sealed record About(Runbook Runbook, PlanRequest Request, Person Requester, PlanSubject Subject, PlanOpening? Opening);
}

/// <summary>What can be done for a case.</summary>
/// <param name="SubjectId">Whose account and devices it is about; null when that is not known.</param>
/// <param name="Steps">The steps, in the runbook's order; one for each device where it acts on one.</param>
/// <param name="WhyNone">Why there are none; null when there are.</param>
public sealed record OfferedSteps(PersonId? SubjectId, IReadOnlyList<StepOffer> Steps, string? WhyNone);

/// <summary>A step that can be done.</summary>
/// <param name="StepId">Id of the runbook's step.</param>
/// <param name="Remediation">Catalogue id.</param>
/// <param name="DeviceId">On which device; null for a step on the account.</param>
/// <param name="TargetName">Name of the person or the device. Untrusted text.</param>
public sealed record StepOffer(string StepId, string Remediation, DeviceId? DeviceId, string TargetName);
