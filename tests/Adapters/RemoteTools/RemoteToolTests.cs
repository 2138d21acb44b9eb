using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.Adapters.AnyDesk;
using HelpDesk.Adapters.RemoteHelp;
using HelpDesk.Adapters.Rescue;
using HelpDesk.Adapters.ScreenConnect;
using HelpDesk.Adapters.TeamViewer;
using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.RemoteTools;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.RemoteTools;

/// <summary>Tools of remote support: one session per key, links for each side, and an error for every way in which a tool says no.</summary>
public sealed class RemoteToolTests : IAsyncLifetime
{
    private static readonly RemoteSessionDraft Draft = new("20261128090000-0123456789ab", "INC0010042", "LON-LT-1101");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
    private WebApplication _simulator = null!;
    private ServiceProvider _product = null!;
    private HttpClient _control = null!;

    public async Task InitializeAsync()
    {
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0", Product = null };
        _simulator = SimulatorHost.Build(options, services => services.AddSingleton<TimeProvider>(_time));
        await _simulator.StartAsync();
        var address = _simulator.Urls.First();
        _control = new HttpClient { BaseAddress = new Uri(address) };
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["TeamViewer:ApiUrl"] = address + SimulatedRemoteTools.TeamViewer, ["TeamViewer:Token"] = options.ClientSecret, ["TeamViewer:Timeout"] = "00:01:00", ["ScreenConnect:Timeout"] = "00:01:00", ["Rescue:Timeout"] = "00:01:00",
            ["ScreenConnect:SiteUrl"] = address + SimulatedRemoteTools.ScreenConnect, ["ScreenConnect:Secret"] = options.ClientSecret,
            ["Rescue:ApiUrl"] = address + SimulatedRemoteTools.Rescue, ["Rescue:AuthCode"] = options.ClientSecret,
            ["AnyDesk:IsUsed"] = "true", ["RemoteHelp:IsUsed"] = "true",
        }).Build();
        _product = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_time)
            .AddTeamViewer(settings).AddScreenConnect(settings).AddRescue(settings).AddAnyDesk(settings).AddRemoteHelp(settings).AddSingleton<HelpDesk.Orchestrations.Domain.RemoteSessions.RemoteTools>().BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        _control.Dispose();
        await _product.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Theory]
    [InlineData("teamviewer")]
    [InlineData("screenconnect")]
    public async Task Session_AskedForTwice_IsMadeOnce_AndEachSideHasItsOwnLink(string id)
    {
        var tool = Tool(id);
        var reference = await tool.CreateAsync(Draft, default);

        (await tool.CreateAsync(Draft, default)).ShouldBe(reference);

        (await SessionsAsync()).GetArrayLength().ShouldBe(1);
        var links = await tool.LinksAsync(reference, default);
        links.Customer.ShouldNotBeNull().ShouldNotBe(links.Supporter);
    }

    [Theory]
    [InlineData("teamviewer", FaultKind.DropAfter)]
    [InlineData("screenconnect", FaultKind.DropAfter)]
    public async Task Session_WhoseMakingHadNoAnswer_IsFoundAndNotMadeAgain(string id, FaultKind kind)
    {
        Fault(id, kind, id == "teamviewer" ? "sessions" : "CreateSession", "POST");

        var reference = await Tool(id).CreateAsync(Draft, default);

        (await SessionsAsync()).GetArrayLength().ShouldBe(1);
        (await Tool(id).ReadAsync(reference, default)).Kind.ShouldBe(RemoteStateKind.Waiting);
    }

    [Fact]
    public async Task TeamViewer_SaysWhatBecameOfASession()
    {
        var tool = Tool("teamviewer");
        var reference = await tool.CreateAsync(Draft, default);
        (await tool.ReadAsync(reference, default)).Kind.ShouldBe(RemoteStateKind.Waiting);
        await ActAsync(reference, "join");
        (await tool.ReadAsync(reference, default)).Kind.ShouldBe(RemoteStateKind.Active);
        _time.Advance(TimeSpan.FromMinutes(12));
        await ActAsync(reference, "close");

        var state = await tool.ReadAsync(reference, default);

        (state.Kind, state.EndedAt - state.StartedAt).ShouldBe((RemoteStateKind.Closed, TimeSpan.FromMinutes(12)));
        (await Should.ThrowAsync<VendorException>(() => tool.LinksAsync(reference, default))).Code.ShouldBe("closed");
    }

    [Fact]
    public async Task TeamViewer_ASessionNobodyJoined_Expires()
    {
        var tool = Tool("teamviewer");
        var reference = await tool.CreateAsync(Draft, default);
        await ActAsync(reference, "expire");

        (await tool.ReadAsync(reference, default)).Kind.ShouldBe(RemoteStateKind.Expired);
        (await Should.ThrowAsync<VendorException>(() => tool.LinksAsync(reference, default))).Message.ShouldContain("expired");
    }

    [Fact]
    public async Task TeamViewer_ClosesASession()
    {
        var tool = Tool("teamviewer");
        var reference = await tool.CreateAsync(Draft, default);

        (await tool.CloseAsync(reference, default)).ShouldBeTrue();

        (await tool.ReadAsync(reference, default)).Kind.ShouldBe(RemoteStateKind.Closed);
    }

    [Fact]
    public async Task TeamViewer_Throttling_SaysWhenToComeBack()
    {
        Fault("teamviewer", FaultKind.Throttled, "sessions", null);

        var fault = await Should.ThrowAsync<VendorException>(() => Tool("teamviewer").CreateAsync(Draft, default));

        (fault.Code, fault.IsRetryable, fault.RetryAfter).ShouldBe(("429", true, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("teamviewer", "401", "TeamViewer:Token")]
    [InlineData("screenconnect", "403", "ScreenConnect:Secret")]
    [InlineData("rescue", "401", "Rescue:AuthCode")]
    public async Task Secret_NotTakenAnyMore_IsAnErrorThatNamesTheSetting(string id, string code, string setting)
    {
        await SwitchAsync(new RemoteToolSwitches { Refusing = [id] });

        var fault = await Should.ThrowAsync<VendorException>(() => Tool(id).CreateAsync(Draft, default));

        (fault.Code, fault.IsRetryable).ShouldBe((code, false));
        fault.Message.ShouldContain(setting);
    }

    [Fact]
    public async Task ScreenConnect_OtherCountOfArguments_IsAnErrorAndNoSession()
    {
        await SwitchAsync(new RemoteToolSwitches { ScreenConnectArguments = 6 });

        var fault = await Should.ThrowAsync<VendorException>(() => Tool("screenconnect").CreateAsync(Draft, default));

        (fault.Code, fault.IsRetryable).ShouldBe(("500", false));
        fault.Message.ShouldContain("CreateSession");
        (await SessionsAsync()).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task ScreenConnect_NeverSendsACommand()
    {
        var tool = Tool("screenconnect");
        var reference = await tool.CreateAsync(Draft with { Ticket = "../SendCommandToSession" }, default);
        await tool.LinksAsync(reference, default);
        await tool.ReadAsync(reference, default);
        await tool.CloseAsync(reference, default);

        (await _control.GetFromJsonAsync<JsonElement>("/simulator/remote-tools")).GetProperty("commands").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task ScreenConnect_GuestsCome_AndTheSessionIsGoneWhenItEnded()
    {
        var tool = Tool("screenconnect");
        var reference = await tool.CreateAsync(Draft, default);
        var id = (await SessionsAsync())[0].GetProperty("id").GetString()!;
        await ActAsync(id, "join");
        (await tool.ReadAsync(reference, default)).Kind.ShouldBe(RemoteStateKind.Active);
        await ActAsync(id, "close");

        (await tool.ReadAsync(reference, default)).Kind.ShouldBe(RemoteStateKind.Closed);
    }

    [Fact]
    public async Task Rescue_AnErrorInAnAnswerOf200_IsAnError()
    {
        await SwitchAsync(new RemoteToolSwitches { RescueAnswersHtml = true });

        (await Should.ThrowAsync<VendorException>(() => Tool("rescue").CreateAsync(Draft, default))).Code.ShouldBe("bad-answer");
    }

    [Fact]
    public async Task Rescue_GivesAPinForTheCustomer()
    {
        var tool = Tool("rescue");
        var pin = await tool.CreateAsync(Draft, default);

        (await tool.LinksAsync(pin, default)).Customer!.AbsoluteUri.ShouldBe($"https://secure.logmeinrescue.com/R?i=2&Code={pin}");
        (await tool.ReadAsync(pin, default)).Kind.ShouldBe(RemoteStateKind.Unknown);
    }

    [Fact]
    public async Task Links_OfToolsWithoutAnInterface_OpenTheTechniciansProgram()
    {
        var anyDesk = await Tool("anydesk").LinksAsync(await Tool("anydesk").CreateAsync(Draft, default), default);
        var remoteHelp = await Tool("remote-help").LinksAsync(Draft.Device, default);

        (anyDesk.Customer, anyDesk.Supporter.OriginalString).ShouldBe((null, "anydesk:LON-LT-1101"));
        remoteHelp.Supporter.Host.ShouldBe("intune.microsoft.com");
    }

    private IRemoteSupport Tool(string id) => _product.GetRequiredService<HelpDesk.Orchestrations.Domain.RemoteSessions.RemoteTools>().Find(id).ShouldNotBeNull();

    private void Fault(string system, FaultKind kind, string path, string? method) =>
        _simulator.Services.GetRequiredService<Faults>().Set(new Fault { Id = "fault", System = system, Kind = kind, Path = path, Method = method, Count = 1 });

    private async Task<JsonElement> SessionsAsync() => (await _control.GetFromJsonAsync<JsonElement>("/simulator/remote-tools")).GetProperty("sessions");

    private async Task ActAsync(string id, string act) => (await _control.PostAsync(new Uri($"/simulator/remote-tools/{id}/{act}", UriKind.Relative), null)).EnsureSuccessStatusCode();

    private async Task SwitchAsync(RemoteToolSwitches switches) => (await _control.PutAsJsonAsync("/simulator/remote-tools/switches", switches)).EnsureSuccessStatusCode();
}
