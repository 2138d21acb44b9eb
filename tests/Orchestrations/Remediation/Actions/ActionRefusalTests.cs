using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Actions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation.Actions;

/// <summary>What is not offered cannot be pressed, and what changed since the press is not done; each with its reason.</summary>
public sealed class ActionRefusalTests : IDisposable
{
    private readonly House _house = new();
    private readonly ActionScene _scene;

    public ActionRefusalTests() => _scene = new ActionScene(_house);

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("sync", ActionScene.OfAnother, "isn't offered")]
    [InlineData("sync", "unknown", "isn't offered")]
    [InlineData("sync", null, "isn't offered")]
    [InlineData("wipe", ActionScene.Laptop, "isn't offered")]
    [InlineData("", null, "isn't offered")]
    public async Task Press_OfWhatIsNotOffered_StartsNothing(string step, string? device, string why)
    {
        await _scene.TwoLaptopsAsync();

        (await _scene.PressAsync(step, device)).WhyNot.ShouldNotBeNull().ShouldContain(why);

        _house.Workflows.Started.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task Press_WithANumberThatThePageNeverSaid_StartsNothing(int number)
    {
        await _scene.TwoLaptopsAsync();

        (await _scene.PressAsync("sync", ActionScene.Laptop, number)).WhyNot.ShouldNotBeNull().ShouldContain("out of date");
        _house.Workflows.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Press_OfWhoTheCaseIsAbout_IsOfferedNothingAndStartsNothing()
    {
        await _scene.TwoLaptopsAsync();

        (await _house.Get<ActionService>().OffersAsync(ActionScene.CaseId, House.Person(House.Requester), default)).ShouldSatisfyAllConditions(
            offers => offers.Steps.ShouldBeEmpty(), offers => offers.WhyNone.ShouldNotBeNull().ShouldContain("A colleague"));
        (await _scene.PressAsync("sync", ActionScene.Laptop, by: House.Requester.ToUpperInvariant())).WhyNot.ShouldNotBeNull().ShouldContain("A colleague");
        _house.Workflows.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Press_WhileAutomationWorksOnTheCase_StartsNothing()
    {
        await _scene.TwoLaptopsAsync();
        await _house.Get<CaseStore>().UpdateAsync(ActionScene.CaseId, record => record with { State = CaseState.Working, ClosedAt = null }, default);
        (await _scene.PressAsync("sync", ActionScene.Laptop)).WhyNot.ShouldNotBeNull().ShouldContain("Automation is working");

        await _house.Get<PersonRequests>().RequestAsync(ActionScene.CaseId, $"person:{House.ItManager}", default);

        (await _scene.PressAsync("sync", ActionScene.Laptop)).CaseId.ShouldNotBeNull("a person has it now");
    }

    [Theory]
    [InlineData("ended", "The case is closed")]
    [InlineData("owner", "does not belong to the person")]
    [InlineData("not-me", "was not theirs")]
    [InlineData("resolved-in-its-system", "The ticket was resolved or closed")]
    [InlineData("withdrawn", "took the request back")]
    [InlineData("frozen", "kill switch")]
    [InlineData("privileged", "directory role")]
    [InlineData("gone", "not in the directory")]
    public async Task Press_AfterWhichSomethingChanged_DoesNothingAndSaysWhy(string what, string why)
    {
        await _scene.TwoLaptopsAsync();
        var request = await _scene.PressedAsync("sync", ActionScene.Laptop);
        var person = _house.Directory.People[House.Requester];
        switch (what)
        {
            case "ended":
                await _house.Get<CaseStore>().UpdateAsync(ActionScene.CaseId, record => record with { State = CaseState.Resolved }, default);
                break;
            case "owner":
                _scene.Device(ActionScene.Laptop, "LON-LT-1101", House.Stranger);
                break;
            case "not-me":
                await _house.Get<NotMeReports>().KeepAsync(ActionScene.CaseId, "link", default);
                break;
            case "resolved-in-its-system":
                _house.Tickets.Ticket = _house.Tickets.Ticket! with { State = TicketState.Resolved };
                break;
            case "withdrawn":
                _house.Time.Advance(TimeSpan.FromMinutes(1));
                _house.Tickets.Comment("Please cancel this request, I do not need it any more.");
                break;
            case "frozen":
                await _house.Get<KillSwitch>().SetAsync(true, "operator:test", "Test", default);
                break;
            case "privileged":
                _house.Directory.People[House.Requester] = person with { Roles = [HeldRole.Unknown] };
                break;
            default:
                _house.Directory.People.Remove(House.Requester);
                break;
        }

        (await _scene.RunAsync(request)).Why.ShouldNotBeNull().ShouldContain(why);

        _scene.Effects().ShouldBeEmpty();
        (await _scene.RecordAsync(request.CaseId)).Reason.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public async Task TicketThatWasNotUnderstood_OffersNothing()
    {
        await _scene.EscalateAsync("device.sync", "It is broken.", 0);
        _house.Model.Answer = _ => throw new InvalidOperationException("A page never asks a model.");

        var offers = await _house.Get<ActionService>().OffersAsync(ActionScene.CaseId, House.Person(House.ItManager), default);

        offers.Steps.ShouldBeEmpty();
        offers.WhyNone.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Catalogue_NothingOffered_WhenTheDeviceListCannotBeRead_SaysWhy()
    {
        await _scene.TwoLaptopsAsync();
        _house.Directory.DeviceError = new VendorException("graph", "403", "DeviceManagementManagedDevices.Read.All is missing.", isRetryable: false);

        (await _house.Get<ActionService>().OffersAsync(ActionScene.CaseId, House.Person(House.ItManager), default)).WhyNone.ShouldNotBeNull().ShouldContain("DeviceManagementManagedDevices.Read.All");
    }
}
