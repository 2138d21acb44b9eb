using HelpDesk.Simulator.Pages.Layout;
using HelpDesk.Simulator.TeamsBot;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Pages.Chats;

/// <summary>The chat of a person with the Teams bot, and what they write and press there.</summary>
internal static class ChatForms
{
    /// <summary>Most characters of a message, chosen so that no sample is cut.</summary>
    public const int LongestText = 20_000;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder forms)
    {
        routes.MapGet("/teams-chat", static (string? person, string? notice, BotChats chats) => Show(chats.Person(person), person is { Length: > 0 } && chats.Person(person) is null ? "No person in the simulated tenant has this email address." : notice));
        forms.MapPost("/teams-chat", static (HttpRequest request, BotChats chats, BotSender sender) => ActAsync(request, chats, async (person, form) =>
            form.Text("text") is { Length: > 0 and <= LongestText } text ? await sender.WriteAsync(person, text, request.HttpContext.RequestAborted) : null));
        forms.MapPost("/teams-chat/install", static (HttpRequest request, BotChats chats, BotSender sender) => ActAsync(request, chats, async (person, _) => await sender.InstallAsync(person, request.HttpContext.RequestAborted)));
        forms.MapPost("/teams-chat/press", static (HttpRequest request, BotChats chats, BotSender sender) => ActAsync(request, chats, async (person, form) =>
            chats.Find(form.Text("message")) is { Card: { } card } message && BotCard.Buttons(card).FirstOrDefault(button => button.Title == form.Text("button")) is { } button
                ? await sender.PressAsync(person, message, BotCard.With(button.Data, card, form.Text("words"), BotCard.Fields(card).ToDictionary(field => field.Id, field => form.Text(field.Id), StringComparer.Ordinal)), "manual", isSubmit: false, request.HttpContext.RequestAborted)
                : null));
    }

    /// <summary>Path of a person's chat.</summary>
    public static string PathOf(SimulatedPerson person) => $"/teams-chat?person={Uri.EscapeDataString(person.UserPrincipalName)}";

    private static async Task<IResult> ActAsync(HttpRequest request, BotChats chats, Func<SimulatedPerson, IFormCollection, Task<BotSent?>> act)
    {
        if (await PageForm.ReadAsync(request) is not { } form || chats.Person(form.Text("person")) is not { } person)
            return Page.Refused("Choose a person in the simulated tenant.", "/teams-chat");
        if (await act(person, form) is not { } sent)
            return Page.Refused($"Enter a message of 1 to {LongestText} characters, or press a button that is there.", PathOf(person));
        var notice = sent.Status is not (>= 200 and < 300) ? "The product did not take it. Send it again later." : sent.Answer is { Length: > 0 } said ? said : null;
        return new SeeOther(notice is null ? PathOf(person) : $"{PathOf(person)}&notice={Uri.EscapeDataString(notice)}");
    }

    private static IResult Show(SimulatedPerson? person, string? notice) => Page.Show<TeamsChatPage>(new(StringComparer.Ordinal) { [nameof(TeamsChatPage.Person)] = person, [nameof(TeamsChatPage.Notice)] = notice });
}
