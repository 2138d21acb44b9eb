using System.Text.Json.Nodes;
using HelpDesk.Simulator.Pages.Layout;

namespace HelpDesk.Simulator.Pages.Directory;

/// <summary>People: the list and each account.</summary>
internal static class UsersPages
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/users", static (HttpRequest request, DirectoryView directory) => Page.Show<UserListPage>(new(StringComparer.Ordinal)
        {
            [nameof(UserListPage.Listing)] = Listing<JsonObject>.Of(
                request.Query, directory.Users, static user => [user.Text("displayName"), user.Text("userPrincipalName"), user.Text("department"), user.Text("jobTitle")]),
        }));
        routes.MapGet("/users/{id}", static (string id, DirectoryView directory) => directory.User(id) is { } user
            ? Page.Show<UserPage>(new(StringComparer.Ordinal) { [nameof(UserPage.User)] = user })
            : Page.Missing("person", "/users"));
    }
}
