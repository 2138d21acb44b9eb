using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Pages;

/// <summary>What tests and the simulated sign-in page read: people and effects as JSON.</summary>
internal static class SimulatorData
{
    /// <summary>Maps it under <c>/simulator</c>.</summary>
    public static void MapSimulatorData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/simulator/people", static (SimulatedTenant tenant) => tenant.People.Select(person => new
        {
            person.Id,
            Name = person.DisplayName,
            Upn = person.UserPrincipalName,
            person.Department,
            person.JobTitle,
            Groups = tenant.Groups.Where(group => group.Members.Contains(person.Id, StringComparer.Ordinal)).Select(group => group.Id),
            person.Language,
        }));
        routes.MapGet("/simulator/effects", static (EffectLog effects) => effects.All);
    }
}
