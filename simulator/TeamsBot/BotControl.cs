using HelpDesk.Simulator.Tenant;
using Microsoft.AspNetCore.Mvc;

namespace HelpDesk.Simulator.TeamsBot;

/// <summary>The simulator's own handles of the chats with the bot under <c>/simulator/teams-bot</c>, by no vendor's contract.</summary>
internal static class BotControl
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/simulator/teams-bot");
        group.MapPut("/switches", static ([FromBody] BotSwitches switches, [FromServices] BotChats chats) =>
        {
            foreach (var person in switches.Cleared.Select(chats.Person).OfType<SimulatedPerson>())
                chats.Clear(person);
            chats.Switches = switches;
            return Results.NoContent();
        });
        group.MapGet("/{name}", static (string name, BotChats chats) => With(chats, name, person => Results.Json(chats.Of(person.Id).Select(Show))));
        group.MapPost("/{name}/messages", static (string name, Written written, BotChats chats, BotSender sender, CancellationToken cancellation) =>
            WithAsync(chats, name, async person => await sender.WriteAsync(person, written.Text ?? "", cancellation)));
        // For whoever sends the calls by themselves, at moments of their own: an activity of the person and what proves it.
        group.MapPost("/{name}/signed", static (string name, Written written, BotChats chats, BotSender sender) => With(chats, name, person => Results.Json(sender.Signed(person, written.Text ?? ""))));
        group.MapPost("/{name}/install", static (string name, BotChats chats, BotSender sender, CancellationToken cancellation) => WithAsync(chats, name, async person => await sender.InstallAsync(person, cancellation)));
        group.MapPost("/{name}/repeat/{id}", static (string name, string id, BotChats chats, BotSender sender, CancellationToken cancellation) =>
            WithAsync(chats, name, async person => chats.Find(id) is { } message ? await sender.RepeatAsync(person, message, cancellation) : null));
        group.MapPost("/{name}/press", static (string name, Press press, BotChats chats, BotSender sender, CancellationToken cancellation) => WithAsync(
            chats, name,
            async person => chats.Find(press.Message ?? "") is { } message && DataOf(message, press) is { } data ? await sender.PressAsync(person, message, BotCard.With(data, message.Card, press.Words, press.Fields), press.Trigger ?? "manual", press.IsSubmit, cancellation) : null));
    }

    // A button that is there no more can still be pressed on a client that has the old card: then its data is given.
    private static System.Text.Json.JsonElement? DataOf(BotMessage message, Press press) =>
        press.Data ?? (message.Card is { } card ? BotCard.Buttons(card).FirstOrDefault(button => button.Title == press.Button)?.Data : null);

    private static object Show(BotMessage message) => new
    {
        message.Id, message.At, message.IsFromBot, message.Text, message.Edits,
        Buttons = message.Card is { } card ? BotCard.Buttons(card).Select(static button => new { button.Title, button.Data }).ToList() : [],
        Input = message.Card is { } withInput ? BotCard.Input(withInput)?.Label : null,
        Fields = message.Card is { } withFields ? BotCard.Fields(withFields).Select(static field => field.Id).ToList() : [],
        Url = message.Card is { } shown ? Teams.TeamsCard.Url(shown) : null,
    };

    private static IResult With(BotChats chats, string name, Func<SimulatedPerson, IResult> act) =>
        chats.Person(name) is { } person ? act(person) : Results.NotFound(new { error = "no such person" });

    private static async Task<IResult> WithAsync(BotChats chats, string name, Func<SimulatedPerson, Task<BotSent?>> act) =>
        chats.Person(name) is { } person && await act(person) is { } sent ? Results.Json(sent) : Results.NotFound(new { error = "no such person, message or button" });

    private sealed record Written(string? Text);

    private sealed record Press(string? Message, string? Button, System.Text.Json.JsonElement? Data, string? Trigger, bool IsSubmit = false, string? Words = null, Dictionary<string, string>? Fields = null);
}
