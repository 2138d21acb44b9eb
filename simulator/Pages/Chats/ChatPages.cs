using HelpDesk.Simulator.Chats;
using HelpDesk.Simulator.Pages.Layout;

namespace HelpDesk.Simulator.Pages.Chats;

/// <summary>The pages of the simulated chat systems: what a person sees there, and what they write and press.</summary>
internal static class ChatPages
{
    private const int LongestText = 20_000;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder forms)
    {
        foreach (var system in new[] { "slack", "mattermost" })
        {
            routes.MapGet($"/{system}", (string? person, ChatActions actions) => Page.Show<ChatPage>(new(StringComparer.Ordinal)
            {
                [nameof(ChatPage.System)] = system,
                [nameof(ChatPage.Person)] = actions.Person(person),
            }));
            forms.MapPost($"/{system}", (HttpRequest request, ChatActions actions) => SayAsync(system, request, actions));
        }
    }

    private static async Task<IResult> SayAsync(string system, HttpRequest request, ChatActions actions)
    {
        var form = await PageForm.ReadAsync(request);
        if (form is null || actions.Person(form.Text("person")) is not { } person)
            return Page.Refused("No person in the simulated tenant has this email address.", $"/{system}");
        var text = form.Text("text");
        if (text.Length > LongestText)
            return Page.Refused($"Enter a message of at most {LongestText} characters.", $"/{system}");
        var said = text.Length > 0 ? new SaidInChat(text) : new SaidInChat(null, form.Text("message"), form.Text("button"));
        return await actions.SayAsync(system, person, said, request.HttpContext.RequestAborted) is not var (status, _)
            ? Page.Refused("This message has no such button any more.", $"/{system}?person={Uri.EscapeDataString(person.Id)}")
            : status is >= 200 and < 300 ? new SeeOther($"/{system}?person={Uri.EscapeDataString(person.Id)}")
            : Page.Refused(status == 0 ? "The product doesn't answer." : $"The product answered {status}.", $"/{system}?person={Uri.EscapeDataString(person.Id)}", StatusCodes.Status502BadGateway);
    }
}
