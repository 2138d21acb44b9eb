using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases.Finding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>Registers the case store and what is kept beside each case.</summary>
public static class CasesRegistration
{
    /// <summary>Adds it. Needs the record store, the ticket systems, a durable engine and <c>TimeProvider</c> from elsewhere.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.TryAddSingleton<TicketSystems>();
        services.TryAddSingleton<TicketSystemCatalogue>();
        services.TryAddSingleton<CaseContext>();
        services.TryAddSingleton<CaseStore>();
        services.TryAddSingleton<CaseSearch>();
        services.TryAddSingleton<PendingActs>();
        services.TryAddSingleton<CaseSignal>();
        services.TryAddSingleton<ActivityResults>();
        services.TryAddSingleton<ICaseTicket, CaseTicket>();
        services.TryAddSingleton<PersonRequests>();
        services.TryAddSingleton<TicketStops>();
        services.TryAddSingleton<WaitStops>();
        services.TryAddSingleton<TicketWrites>();
        services.TryAddSingleton<RecentCases>();
        services.TryAddSingleton<NotMeReports>();
        services.TryAddSingleton<SubjectCases>();
        services.TryAddSingleton<FixHistory>();
        return services;
    }
}
