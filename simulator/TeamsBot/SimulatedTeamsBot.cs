namespace HelpDesk.Simulator.TeamsBot;

/// <summary>Simulated Teams as a bot sees it: the Bot Framework, and the chats of people with the bot.</summary>
public static class SimulatedTeamsBot
{
    /// <summary>Where the bot's token comes from, below the simulator.</summary>
    public const string Login = BotFramework.Root + "/login";

    /// <summary>OpenID configuration of the Bot Framework, below the simulator.</summary>
    public const string Keys = BotFramework.Configuration;

    /// <summary>Where conversations are begun, below the simulator.</summary>
    public const string Service = BotFramework.WorldWide;

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddSimulatedTeamsBot(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddHttpClient(BotSender.ClientName, static client => client.Timeout = TimeSpan.FromSeconds(15)).RemoveAllLoggers();
        return services.AddSingleton<BotSigner>().AddSingleton<BotChats>().AddSingleton<BotSender>();
    }

    /// <summary>Maps <c>/teams-bot</c> and <c>/simulator/teams-bot</c>.</summary>
    public static void MapSimulatedTeamsBot(this IEndpointRouteBuilder routes)
    {
        BotFramework.Map(routes);
        BotControl.Map(routes);
    }
}
