using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Web.Tests.Browser;

/// <summary>Every page of the simulated tenant at two widths and in two schemes: no axe violation, no sideways scrolling, no console error.</summary>
[Collection(BrowserGroup.Name)]
public sealed class SimulatorLookTests(SimulatorPages pages) : IClassFixture<SimulatorPages>
{
    [Theory]
    [InlineData("home", "/")]
    [InlineData("users", "/users")]
    [InlineData("users-none", "/users?q=zzzz")]
    [InlineData("user", "/users/{amy}")]
    [InlineData("devices", "/devices?q=amy")]
    [InlineData("device", "{device}")]
    [InlineData("second-administrator", "/second-administrator")]
    [InlineData("groups", "/groups")]
    [InlineData("tickets", "/tickets")]
    [InlineData("ticket", "{ticket}")]
    [InlineData("ticket-new", "/tickets/new")]
    [InlineData("teams", "/teams")]
    [InlineData("slack", "/slack")]
    [InlineData("slack-chat", "/slack?person={amy}")]
    [InlineData("mattermost", "/mattermost")]
    [InlineData("mattermost-chat", "/mattermost?person={amy}")]
    [InlineData("teams-chat", "/teams-chat")]
    [InlineData("mail", "/mail")]
    [InlineData("knowledge", "/knowledge")]
    [InlineData("knowledge-article", "/knowledge/confluence/131201")]
    [InlineData("remote-tools", "/remote-tools")]
    [InlineData("missing", "/users/nobody")]
    public async Task Page_AnyWidthAndScheme_IsClean(string name, string path)
    {
        await pages.Watched.Page.GotoAsync(path
            .Replace("{amy}", KnownPeople.AmyPoe.Id, StringComparison.Ordinal).Replace("{device}", pages.Device, StringComparison.Ordinal)
            .Replace("{ticket}", pages.Ticket, StringComparison.Ordinal));

        (await PageLook.FaultsAsync(pages.Watched.Page, $"simulator-{name}")).ShouldBeEmpty();
        pages.Watched.Errors.ShouldBeEmpty();
    }
}
