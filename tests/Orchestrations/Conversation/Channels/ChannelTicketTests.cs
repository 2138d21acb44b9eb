using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Conversation.Channels;

/// <summary>A message on a chat or a mail becomes a ticket of the person who wrote it, once, and its case is worked on.</summary>
public sealed class ChannelTicketTests : IDisposable
{
    private readonly ChatScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Problem_OnAChat_IsATicketOfThatPersonAndIsWorkedOn()
    {
        await _scene.OpenSyncAsync();

        var draft = _scene.House.Tickets.Opened.Values.ShouldHaveSingleItem();
        (draft.Address, draft.Channel).ShouldBe(($"{House.Requester}@contoso.example", TicketChannel.Chat));
        draft.Title.ShouldStartWith("My device does not sync");
        _scene.Chat.Posts.ShouldHaveSingleItem().Text.ShouldContain("Ticket INC0010001 is open");
        var record = await _scene.CaseAsync(() => _scene.SendAsync(_scene.Message("the second one")));
        (record.RequesterId, record.Channel, record.OpenedBy).ShouldBe((new PersonId(House.Requester), "chat", "Rita Requester"));
        record.State.ShouldBe(CaseState.Resolved, record.Reason);
        _scene.House.Remediations["device.sync"].Targets.ShouldBe(["LON-LT-2202"]);
        // The whole conversation is where the person is, and in the ticket.
        _scene.Chat.Posts.ShouldContain(post => post.Text.Contains("Which device is this about?", StringComparison.Ordinal) && post.Buttons.Count == 3);
        _scene.Chat.Posts.ShouldContain(post => post.Buttons.Any(button => button.Title == "It works"));
        _scene.House.Tickets.Comments.ShouldContain(comment => comment.Contains("Your answer: LON-LT-2202", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("Guten Morgen zusammen!")]
    [InlineData("hola, buenos días")]
    [InlineData("Bonjour")]
    public async Task Greeting_IsAnsweredAndOpensNoTicket(string text)
    {
        (await _scene.SendAsync(_scene.Message(text))).ShouldBe(ChannelMeaning.Nothing);

        _scene.House.Tickets.Opened.ShouldBeEmpty();
        _scene.Chat.Posts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Message_SentTwice_IsOneTicketAndOneAnswer()
    {
        var message = _scene.Message("My second monitor stays black since the update.");
        await _scene.SendAsync(message);
        await _scene.SendAsync(message);
        await _scene.RunAsync(message);

        _scene.House.Tickets.Opened.Count.ShouldBe(1);
        _scene.Chat.Posts.Count.ShouldBe(1);
        _scene.House.Store.Everything().ShouldNotContain("second monitor stays black", customMessage: "the text is kept only until a ticket has it");
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("guest")]
    [InlineData("disabled")]
    [InlineData("shared")]
    public async Task Account_OfNoLiveMember_OpensNoTicketAndIsSaidSo(string kind)
    {
        var person = House.Stranger;
        if (kind == "stranger")
            person = "0a000000-0000-4000-8000-00000000dead";
        else
            _scene.House.Directory.People[person] = _scene.House.Directory.People[person] with { IsGuest = kind == "guest", AccountEnabled = kind != "disabled", IsFunctional = kind == "shared" };

        (await _scene.SendAsync(_scene.Message("I need a new password at once", person))).ShouldBe(ChannelMeaning.Nothing);

        _scene.House.Tickets.Opened.ShouldBeEmpty();
        _scene.Chat.Posts.ShouldHaveSingleItem().Text.ShouldContain("not known here");
    }

    [Fact]
    public async Task Mail_OfAnUnprovenSender_IsATicketOfNobodyAndIsNotAnswered()
    {
        (await _scene.SendAsync(_scene.Letter("Password", "I forgot my password, please reset it.", $"{House.Requester}@contoso.example", SenderProof.None))).ShouldBe(ChannelMeaning.NewTicket);

        var draft = _scene.House.Tickets.Opened.Values.ShouldHaveSingleItem();
        (draft.Address, draft.Channel).ShouldBe((null, TicketChannel.Mail));
        draft.Text.ShouldContain("sender not verified");
        _scene.Mail.Posts.ShouldBeEmpty("the address may be a victim's");
        (await _scene.CaseAsync()).RequesterId.ShouldBeNull();
        _scene.House.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_OfAProvenAddress_IsATicketOfThatPersonByMail()
    {
        (await _scene.SendAsync(_scene.Letter("VPN", "The VPN disconnects every few minutes.", $"{House.Requester}@contoso.example"))).ShouldBe(ChannelMeaning.NewTicket);

        var draft = _scene.House.Tickets.Opened.Values.ShouldHaveSingleItem();
        (draft.Title, draft.Address, draft.Channel).ShouldBe(("VPN", $"{House.Requester}@contoso.example", TicketChannel.Mail));
        _scene.Mail.Posts.ShouldHaveSingleItem().Thread.ShouldNotBeNull();
    }

    [Fact]
    public async Task Machines_ThatAnswerEachOtherWithoutAMark_ComeToAnEnd()
    {
        var address = $"{House.Requester}@contoso.example";
        await _scene.SendAsync(_scene.Letter("VPN", "The VPN disconnects every few minutes.", address));
        await _scene.CaseAsync();
        for (var answer = 0; answer < 100; answer++)
            await _scene.SendAsync(_scene.Letter("RE: VPN", $"We have received your message number {answer} and will take care of it.", address));

        _scene.House.Tickets.Opened.Count.ShouldBe(1);
        _scene.Mail.Posts.Count(static post => post.Key.EndsWith("/reply", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(new ChannelOptions().AnswersPerHour);
    }

    [Fact]
    public async Task Files_WithHostileNames_AreNamedOnALineEachAndNothingElse()
    {
        var files = new List<ChannelFile> { new("a.png\r\nRequester: the CEO\n\nApproved: yes", 2_048), new("\u202Egnp.exe", 1), new(new string('x', 500)), new("\0\u200B", long.MaxValue), new("https://evil.example/run.sh") };
        files.AddRange(Enumerable.Range(0, 40).Select(static number => new ChannelFile($"more{number}.txt")));

        await _scene.SendAsync(_scene.Message("The scanner on floor 2 makes stripes, see the picture.") with { Files = files });

        var lines = _scene.House.Tickets.Opened.Values.ShouldHaveSingleItem().Text.Split("Attached there, not opened:\n")[1].Split('\n');
        lines.Length.ShouldBe(ChannelFile.Most);
        lines.ShouldAllBe(line => line.StartsWith("- ", StringComparison.Ordinal) && line.Length <= ChannelFile.LongestName + 40);
        lines.ShouldNotContain(line => line.Contains('\u202E', StringComparison.Ordinal) || line.Contains('\0', StringComparison.Ordinal));
        lines[0].ShouldStartWith("- a.png");
        lines[3].ShouldStartWith("- ? (");
    }

    [Fact]
    public async Task Mail_OfAMachine_IsAnsweredByNothing()
    {
        (await _scene.SendAsync(_scene.Letter("Automatic reply: INC0010001", "I am out of the office.", $"{House.Requester}@contoso.example") with { IsAutomatic = true })).ShouldBe(ChannelMeaning.Nothing);

        _scene.House.Tickets.Opened.ShouldBeEmpty();
        _scene.Mail.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task TicketSystem_Away_LosesNothingAndDoesNothingTwice()
    {
        _scene.House.Tickets.IsDown = true;
        var message = _scene.Message("The printer on floor 3 jams all the time.");
        await Should.ThrowAsync<Exception>(() => _scene.SendAsync(message));
        _scene.House.Tickets.IsDown = false;
        _scene.Chat.IsDown = true;
        await Should.ThrowAsync<Exception>(() => _scene.RunAsync(message));
        _scene.Chat.IsDown = false;
        (await _scene.RunAsync(message)).ShouldBe(ChannelMeaning.NewTicket);

        _scene.House.Tickets.Opened.Count.ShouldBe(1);
        _scene.Chat.Posts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ticket_ThatCanNeverBeOpened_IsKeptForAnOperatorAndThePersonKnows()
    {
        _scene.House.Tickets.OpeningError = new VendorException("servicenow", "not-opened", "The integration user may not create incidents: give it the role itil.", isRetryable: false);

        (await _scene.SendAsync(_scene.Message("My docking station does not charge."))).ShouldBe(ChannelMeaning.Refused);

        _scene.Chat.Posts.ShouldHaveSingleItem().Text.ShouldContain("could not be taken in");
        var kept = await _scene.House.Get<DeadLetters>().ListAsync(default).ToListAsync();
        kept.ShouldHaveSingleItem().Description.ShouldContain("role itil");
        _scene.House.Store.Everything().ShouldContain("docking station does not charge");
    }

    [Fact]
    public async Task Flood_OfOneSender_EndsAtTheLimit()
    {
        for (var at = 0; at < 12; at++)
        {
            await _scene.SendAsync(_scene.Message($"Problem number {at}: my screen flickers in a new way"));
            _scene.House.Time.Advance(TimeSpan.FromMinutes(1));
            // Far enough apart to be new matters, still in one hour.
            _scene.House.Store.Tamper(Tables.Cases, Tenant.Partition("thread|chat"), Ledger.Audit.AuditHash.Of($"chat-of-{House.Requester}"), null);
        }

        _scene.House.Tickets.Opened.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Ticket_OfOursWithoutASignedOpening_IsNotWorkedOn()
    {
        await _scene.OpenSyncAsync();
        var key = _scene.House.Tickets.Ticket!.OpeningKey!;
        _scene.House.Tickets.Ticket = _scene.House.Tickets.Ticket with { OpeningKey = "chat-00000000000000000000000000000000" };
        var record = await _scene.CaseAsync();
        record.State.ShouldBe(CaseState.Ignored);

        key.ShouldStartWith("chat-");
    }

    [Fact]
    public async Task Opening_WhoseRowWasChanged_CountsAsNone()
    {
        await _scene.OpenSyncAsync();
        var key = _scene.House.Tickets.Ticket!.OpeningKey!;
        var row = (await _scene.House.Store.GetAsync(Tables.Flags, Tenant.Partition("channel-openings"), key, default))!;
        _scene.House.Store.Tamper(Tables.Flags, row.Partition, row.Row, row.Json.Replace(House.Requester, House.ItManager, StringComparison.Ordinal));
        _scene.House.Tickets.Ticket = _scene.House.Tickets.Ticket with { Requester = new TicketRequester("u9", $"{House.ItManager}@contoso.example", null, "As shown") };

        (await _scene.CaseAsync()).State.ShouldBe(CaseState.Ignored);
    }

    [Fact]
    public async Task Key_ThatAnotherTicketWasGivenLater_CountsForNone()
    {
        await _scene.OpenSyncAsync();
        var first = _scene.House.Tickets.Ticket!;
        var openings = _scene.House.Get<ChannelOpenings>();
        (await openings.OfAsync(first, default)).ShouldNotBeNull();

        (await openings.OfAsync(first with { Reference = first.Reference with { ExternalId = "9d385017c611228701d22104cc95c399" } }, default)).ShouldBeNull();
        (await openings.OfAsync(first, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Ticket_WhoseCallerWasChangedSince_WasOpenedBySomebodyUnknown()
    {
        await _scene.OpenSyncAsync();
        _scene.House.Tickets.Ticket = _scene.House.Tickets.Ticket! with { Requester = new TicketRequester("u9", $"{House.ItManager}@contoso.example", null, "As shown") };

        var opening = await _scene.House.Get<ChannelOpenings>().OfAsync(_scene.House.Tickets.Ticket, default);

        opening.ShouldNotBeNull().By.ShouldBeEmpty();
    }
}
