using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Pages;

/// <summary>What tests and the simulated sign-in page read as JSON: people, their accounts, devices, effects.</summary>
internal static class SimulatorData
{
    /// <summary>Maps it under <c>/simulator</c>.</summary>
    public static void MapSimulatorData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/simulator/people", static (SimulatedTenant tenant, DirectoryView directory) =>
        {
            var memberships = directory.Memberships();
            return tenant.People.Select(person => new
            {
                person.Id,
                Name = person.DisplayName,
                Upn = person.UserPrincipalName,
                person.Department,
                person.JobTitle,
                Groups = memberships[person.Id].ToList(),
                person.Language,
            });
        });
        routes.MapGet("/simulator/effects", static (EffectLog effects) => effects.All);
        routes.MapGet("/simulator/users/{id}", static (string id, DirectoryView directory) => directory.User(id) is { } user
            ? Results.Json(User(user, directory))
            : Results.NotFound(new { error = "no such user" }));
        routes.MapGet("/simulator/devices/{id}", static (string id, DirectoryView directory) => directory.Device(id) is { } device
            ? Results.Json(new { device = DirectoryView.Shown(device), effects = directory.EffectsOn(id) })
            : Results.NotFound(new { error = "no such device, or it has left Intune" }));
    }

    private static object User(System.Text.Json.Nodes.JsonObject user, DirectoryView directory)
    {
        var id = (string)user["id"]!;
        return new
        {
            user = DirectoryView.Shown(user),
            managerId = directory.ManagerOf(id),
            groups = directory.GroupsOf(id),
            roles = directory.RolesOf(id),
            licences = DirectoryView.LicencesOf(user),
            methods = directory.MethodsOf(id),
            pass = directory.PassOf(id),
            risk = directory.RiskOf(id),
            devices = directory.DevicesOf(id).Select(device => (string?)device["id"]),
            effects = directory.EffectsOn(id),
        };
    }
}
