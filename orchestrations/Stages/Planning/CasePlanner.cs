using System.Globalization;
using System.Net.Mail;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>Makes and keeps the plan of a case: the intent's runbook, the person it is about, the targets that the directory knows.</summary>
public sealed class CasePlanner(RunbookLibrary library, SubjectResolver subjects, PlanBuilder builder, NamedAccess named, CaseContext contexts, SystemTable? systems = null)
{
    private const int MaxLeftOut = 20;

    /// <summary>The plan, or why there is none.</summary>
    /// <exception cref="VendorException">The directory or the store cannot be read now.</exception>
    public async Task<MakePlan.Result> PlanAsync(MakePlan.Input input, CancellationToken cancellation)
    {
        var intent = input.Triage.Intent;
        if (intent is null || input.Triage.IsAbstention)
            return None(null, "It is not certain what the ticket is about.");
        if (library.ForIntent(intent) is not { } runbook)
            return None(null, $"There is no automation for '{intent}'.");

        if (input.Triage.Withheld is { } trait)
            return None(runbook.Id, WithheldReasons.Of(trait, input.Triage.System, systems ?? SystemTable.Empty));

        var ticket = await contexts.GetAsync<TicketSnapshot>(input.Ticket, cancellation);
        var requester = await contexts.GetAsync<RequesterSnapshot>(input.Requester, cancellation);
        var request = new PlanRequest
        {
            CaseId = input.CaseId,
            Intent = intent,
            CreatedAt = ticket.CreatedAt,
            DeviceHint = input.Triage.DeviceHint,
            AppHint = input.Triage.AppHint,
            AccessDoubt = named.WhyInDoubt(ticket, input.Triage.AppHint),
            IsConfirmedLost = input.Triage.IsConfirmedLost,
            AsksForGuestRemoval = input.Triage.AsksForGuestRemoval,
            RestartWasTried = input.Triage.RestartWasTried,
            NamedAddresses = [.. ticket.Placeholders.Values.Where(value => MailAddress.TryCreate(value, out _)).Order(StringComparer.OrdinalIgnoreCase)],
        };

        var (subject, doubt) = await subjects.ResolveAsync(runbook, request, requester, cancellation);
        if (subject is null)
            return None(runbook.Id, doubt!);

        var made = await builder.BuildAsync(request, requester.Person!, subject, cancellation);
        if (made.Plan is not { } built)
            return None(runbook.Id, made.NoPlan!, made.LeftOut);
        var plan = built with { Opening = requester.Opening?.ForPlan() };

        var reference = await contexts.PutAsync(input.CaseId, "plan", plan, cancellation);
        return new MakePlan.Result(PlanReference.To(plan, reference), runbook.Id, plan.Steps.Count, null, [.. made.LeftOut.Take(MaxLeftOut)]);
    }

    private static MakePlan.Result None(string? runbookId, string reason, IReadOnlyList<LeftOutStep>? leftOut = null) =>
        new(null, runbookId, 0, reason, [.. (leftOut ?? []).Take(MaxLeftOut)]);
}
