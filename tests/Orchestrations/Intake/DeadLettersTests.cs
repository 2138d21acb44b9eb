using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Orchestrations.Tests.Intake;

public sealed class DeadLettersTests : IntakeTest
{
    private DeadLetters Letters => new(Store, TestTicketSystems.Catalogue, Time, NullLogger<DeadLetters>.Instance);

    private QueuedTicket Message => new(Incident(1), TicketEventKind.Created, "d1", Time.GetUtcNow(), null);

    [Fact]
    public async Task Letter_KeptTwice_IsOneAndItsAgeIsThatOfTheFirst()
    {
        await Letters.KeepAsync("m1", Message, "gave-up", "Ten tries.", default, 10);
        var first = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromHours(3));
        await Letters.KeepAsync("m1", Message, "gave-up", "Ten tries.", default, 10);

        (await Letters.OpenAsync(default)).ShouldBe((1, first));
        (await Letters.FindAsync("m1", default))!.Deliveries.ShouldBe(10);
    }

    [Theory]
    [InlineData(true, DeadLetterState.Open, 2)]
    [InlineData(false, DeadLetterState.Discarded, 1)]
    public async Task Letter_BackAfterADecision_IsOpenAgainUnlessItIsOnlyToldAgain(bool mayReopen, DeadLetterState state, int times)
    {
        await Letters.KeepAsync("m1", Message, "gave-up", "Ten tries.", default);
        await Letters.UpdateAsync("m1", letter => letter with { State = DeadLetterState.Discarded, DecidedBy = "person:6f1d", Why = "Nothing." }, default);
        Time.Advance(TimeSpan.FromMinutes(1));

        await Letters.KeepAsync("m1", Message, "gave-up", "Ten tries.", default, mayReopen: mayReopen);

        var letter = (await Letters.FindAsync("m1", default))!;
        (letter.State, letter.Times).ShouldBe((state, times));
    }

    [Theory]
    [InlineData("a/b?c#d")]
    [InlineData("\u202egolb\u0000")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Id_OfAnAttacker_IsKeptAsAHash(string id)
    {
        await Letters.KeepAsync(id, null, "malformed", "It is no ticket.", default);
        await Letters.KeepAsync(id, null, "malformed", "It is no ticket.", default);

        (await Letters.ListAsync(default).SingleAsync()).Id.ShouldMatch("^sha-[0-9a-f]{64}$");
    }

    [Fact]
    public async Task Id_OfAnyLength_IsKept()
    {
        await Letters.KeepAsync(new string('x', 100_000), null, new string('r', 100_000), new string('d', 100_000) + "\u0007", default);

        var letter = await Letters.ListAsync(default).SingleAsync();
        (letter.Reason.Length, letter.Description.Length).ShouldBe((60, 500));
    }

    [Theory]
    [InlineData("servicenow", "not-a-sys-id", "INC0010023", "d1")]
    [InlineData("servicenow", "00000000000000000000000000000001", "<b>INC</b>", "d1")]
    [InlineData("jira", "10423", "ITSD-217\u202e", "d1")]
    [InlineData("jira", "../10423", "ITSD-217", "d1")]
    [InlineData("another", "1", "A-1", "d1")]
    [InlineData("jira", "10423", "ITSD-217", "")]
    [InlineData("jira", "10423", "ITSD-217", "a\nb")]
    public async Task Message_ThatNamesNoTicket_CountsAsUnreadable(string system, string id, string number, string delivery)
    {
        await Letters.KeepAsync("m1", new QueuedTicket(new(system, id, number), TicketEventKind.Created, delivery, Time.GetUtcNow(), null), "gave-up", "Ten tries.", default);

        var letter = (await Letters.FindAsync("m1", default))!;
        (letter.Message, letter.Reason).ShouldBe((null, DeadLetters.Malformed));
    }

    [Fact]
    public async Task Start_OnceMarked_StaysKnownAndEachChangeIsItsOwn()
    {
        var change = Message with { Kind = TicketEventKind.Changed, DeliveryId = "d2" };
        (await Inbox.WasStartedAsync(Message, default)).ShouldBeFalse();

        await Inbox.MarkStartedAsync(Message, default);
        await Inbox.MarkStartedAsync(Message, default);

        (await Inbox.WasStartedAsync(Message with { DeliveryId = "another" }, default)).ShouldBeTrue();
        (await Inbox.WasStartedAsync(change, default)).ShouldBeFalse();
        (await Inbox.SinceAsync("servicenow", DateTimeOffset.MinValue, default).ToListAsync()).ShouldBeEmpty();
    }
}
