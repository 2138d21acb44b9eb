using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Chats;

/// <summary>Adds and maps the simulated chat systems.</summary>
public static class ChatsRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSimulatedChats(this IServiceCollection services)
    {
        services.AddHttpClient(ChatCalls.ClientName);
        services.AddSingleton<ChatPeople>().AddSingleton<ChatCalls>().AddSingleton<ChatActions>();
        services.AddSingleton(static provider => new SimulatedSlack(provider.GetRequiredService<SimulatorStore>(), provider.GetRequiredService<ChatPeople>(), provider.GetRequiredService<ChatCalls>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(static provider => new SimulatedMattermost(provider.GetRequiredService<SimulatorStore>(), provider.GetRequiredService<ChatPeople>(), provider.GetRequiredService<ChatCalls>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Maps their interfaces, and <c>/simulator/chats/{system}</c>: what is said there, and people who write and press.</summary>
    public static void MapSimulatedChats(this IEndpointRouteBuilder routes)
    {
        routes.Map($"{SimulatedSlack.Root}{{method}}", static (string method, HttpRequest request, SimulatedSlack slack) => slack.CallAsync(method, request)).DisableAntiforgery();
        routes.Map($"{SimulatedMattermost.Root}/api/v4/{{**rest}}", static (string rest, HttpRequest request, SimulatedMattermost mattermost) => mattermost.CallAsync(rest, request)).DisableAntiforgery();
        routes.MapGet("/simulator/chats/{system}/{person}", static (string system, string person, ChatActions actions) =>
            actions.Rooms(system) is { } rooms && actions.Person(person) is { } who ? Results.Json(rooms.Of(who.Id)) : Results.NotFound());
        routes.MapPost("/simulator/chats/{system}/{person}", static async (string system, string person, SaidInChat said, ChatActions actions, CancellationToken cancellation) =>
            actions.Person(person) is { } who && await actions.SayAsync(system, who, said, cancellation) is var (status, body) ? Results.Json(new { status, body }) : Results.NotFound());
    }
}

/// <summary>What a person does in a chat.</summary>
/// <param name="Text">What they write; null when they press.</param>
/// <param name="MessageId">The message whose button they press.</param>
/// <param name="Button">Title of the button.</param>
public sealed record SaidInChat(string? Text, string? MessageId = null, string? Button = null);
