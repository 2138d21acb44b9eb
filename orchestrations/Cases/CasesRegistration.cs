using System.Globalization;
using HelpDesk.Orchestrations.Approvals;
using HelpDesk.Orchestrations.Cases.Steps;
using HelpDesk.Orchestrations.Cases.Telling;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.HandOvers;
using HelpDesk.Orchestrations.Mass;
using HelpDesk.Orchestrations.Operations;
using HelpDesk.Orchestrations.Outcomes;
using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Remediation.Leases;
using HelpDesk.Orchestrations.Remediation.SecondGates;
using HelpDesk.Orchestrations.Remediation.Steps;
using HelpDesk.Orchestrations.Remediation.Undo;
using HelpDesk.Orchestrations.Telemetry;
using HelpDesk.Orchestrations.Tickets;
using HelpDesk.Orchestrations.Tickets.Changes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Cases;

/// <summary>Registers the way of a ticket: workflows, their activities, and the desks where people decide.</summary>
public static class CasesRegistration
{
    /// <summary>
    /// Adds it all. Needs the record store, the audit log, the ticket systems, the directory, the remediations, the sources of secrets,
    /// triage, runbooks and policy, a durable engine and <c>TimeProvider</c> from elsewhere.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Reads the section <c>HelpDesk</c>.</param>
    public static IServiceCollection AddCases(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<HelpDeskOptions>().Configure(options => Read(settings.GetSection(HelpDeskOptions.Section), options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HelpDeskOptions>, HelpDeskOptionsValidator>());
        services.TryAddSingleton<TicketSystems>();
        services.TryAddSingleton<RemediationCatalogue>();
        services.TryAddSingleton<ProductMetrics>();
        services.TryAddSingleton<CaseContext>();
        services.TryAddSingleton<CaseJournal>();
        services.TryAddSingleton<CaseWaker>();
        services.TryAddSingleton<FirstResult>();
        services.TryAddSingleton<ICaseTicket, CaseTicket>();
        services.TryAddSingleton<PersonRequests>();
        services.TryAddSingleton<PersonLinks>();
        services.TryAddSingleton<RecentCases>();
        services.TryAddSingleton<OutcomeLog>();
        services.TryAddSingleton<RequesterMessage>();
        services.TryAddSingleton<DoneForRequester>();
        services.TryAddSingleton<ApprovalGates>();
        services.TryAddSingleton<ApprovalDesk>();
        services.TryAddSingleton<HandOverRecords>();
        services.TryAddSingleton<HandOverEntitlement>();
        services.TryAddSingleton<HandOverSources>();
        services.TryAddSingleton<HandOverDesk>();
        services.TryAddSingleton<PlanGuard>();
        services.TryAddSingleton<TargetLeases>();
        services.TryAddSingleton<StepIntents>();
        services.TryAddSingleton<DoneSteps>();
        services.TryAddSingleton<UndoOffers>();
        services.TryAddSingleton<UndoPlans>();
        services.TryAddSingleton<UndoFacts>();
        services.TryAddSingleton<UndoDesk>();
        services.TryAddSingleton<OperatorDesk>();
        services.TryAddSingleton<TimerRuns>();
        services.TryAddSingleton<TimerBoard>();
        services.TryAddSingleton<Watchdog>();

        services.AddMass();
        return services
            .AddWorkflow(TicketWorkflow.Reference).AddWorkflow(TicketChangedWorkflow.Reference).AddWorkflow(AccessExpiryWorkflow.Reference).AddWorkflow(TakeOverWorkflow.Reference).AddWorkflow(UndoWorkflow.Reference)
            .AddActivity(OpenCase.Reference).AddActivity(EnrichCase.Reference).AddActivity(TellRequester.Reference)
            .AddActivity(ResolveCase.Reference).AddActivity(EscalateCase.Reference).AddActivity(LookAtChange.Reference)
            .AddActivity(OpenGate.Reference).AddActivity(LookAtGate.Reference).AddActivity(CloseGate.Reference).AddActivity(PostGateCard.Reference)
            .AddActivity(OpenHandOver.Reference).AddActivity(LookAtHandOver.Reference).AddActivity(CloseHandOver.Reference).AddActivity(PostHandOverCard.Reference)
            .AddActivity(ExecuteStep.Reference).AddActivity(VerifyStep.Reference).AddActivity(UndoStep.Reference).AddActivity(VerifyUndo.Reference).AddActivity(MakeUndo.Reference).AddActivity(CloseUndo.Reference).AddActivity(StepGaveUp.Reference).AddActivity(PassSecondGate.Reference)
            .AddActivity(ScheduleExpiry.Reference).AddActivity(EndInstance.Reference).AddActivity(LookAtInstance.Reference);
    }

    private static void Read(IConfigurationSection section, HelpDeskOptions options)
    {
        if (Uri.TryCreate(section[nameof(HelpDeskOptions.PublicUrl)], UriKind.Absolute, out var url))
            options.PublicUrl = url;
        options.LinkKey = section[nameof(HelpDeskOptions.LinkKey)] ?? options.LinkKey;
        options.HandOverGroup = section[nameof(HelpDeskOptions.HandOverGroup)] ?? options.HandOverGroup;
        options.CollectWithin = Span(section[nameof(HelpDeskOptions.CollectWithin)], options.CollectWithin);
        options.PassLifetime = Span(section[nameof(HelpDeskOptions.PassLifetime)], options.PassLifetime);
    }

    // What cannot be read becomes a value that validation refuses by the setting's name.
    private static TimeSpan Span(string? text, TimeSpan otherwise) =>
        text is null ? otherwise : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : TimeSpan.Zero;
}
