using HelpDesk.Simulator.Chats;
using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph;
using HelpDesk.Simulator.Knowledge;
using HelpDesk.Simulator.OpenAI;
using HelpDesk.Simulator.Pages;
using HelpDesk.Simulator.RemoteTools;
using HelpDesk.Simulator.ServiceBus;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Teams;
using HelpDesk.Simulator.TeamsBot;
using HelpDesk.Simulator.Tenant;
using HelpDesk.Simulator.Tickets;
using HelpDesk.Simulator.VerifiedId;

namespace HelpDesk.Simulator;

/// <summary>Puts the simulated systems together on one address.</summary>
public static class SimulatorHost
{
    /// <summary>Builds it; the caller starts it and reads the bound address from <c>Urls</c>.</summary>
    /// <param name="options">How it is started.</param>
    /// <param name="configure">Changes services last, such as the <see cref="TimeProvider"/> in tests. Default nothing.</param>
    public static WebApplication Build(SimulatorOptions options, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(SimulatorHost).Assembly.GetName().Name });
        // Nothing of the environment, such as ASPNETCORE_URLS of the product beside it, moves the simulator.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        // A start that fails is told by whoever started it, in one line.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.WebHost.UseUrls(options.Url);

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => new SimulatorStore(options.DatabasePath));
        builder.Services.AddSingleton<SimulatedTenant>();
        builder.Services.AddSingleton<Faults>().AddSingleton<FaultAnswers>();
        builder.Services.AddSingleton<EffectLog>();
        builder.Services.AddSimulatedGraph();
        builder.Services.AddSimulatedTickets();
        builder.Services.AddSimulatedTeams();
        builder.Services.AddSimulatedChats();
        builder.Services.AddSimulatedKnowledge().AddSimulatedRemoteTools();
        builder.Services.AddSimulatedTeamsBot();
        builder.Services.AddSimulatedOpenAI();
        builder.Services.AddSimulatedServiceBus();
        builder.Services.AddSimulatorPages();
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<FaultMiddleware>();
        app.MapSimulatedGraph();
        // Every route is compiled at the first request of a host, which is most of what a host costs.
        if (options.IsGraphOnly)
            return app;
        app.MapFaults();
        app.MapSimulatorData();
        app.MapSimulatorPages();
        app.MapSimulatedTickets();
        app.MapSimulatedTeams();
        app.MapSimulatedChats();
        app.MapSimulatedKnowledge();
        app.MapSimulatedRemoteTools();
        app.MapSimulatedTeamsBot();
        app.MapSimulatedVerifiedId();
        app.MapSimulatedServiceBus();
        if (options.HasSampleTickets)
            app.Services.GetRequiredService<SampleTickets>().File();
        app.MapSimulatedOpenAI();
        return app;
    }
}
