using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.TeamsBot;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.TeamsBot;

/// <summary>Which calls of the Bot Framework are believed.</summary>
public sealed class TeamsBotCallerTests
{
    private static readonly SimulatedPerson Amy = KnownPeople.AmyPoe;

    [Fact]
    public async Task Message_Proven_IsThatPersonsWordsInTheirChat()
    {
        await using var bot = await SimulatedBot.StartAsync();
        var activity = bot.Activity("message", Amy);
        activity["text"] = "<at>Helpdesk</at> my laptop &lt;LON-LT-0421&gt; is <b>locked</b><br>since&nbsp;09:10";

        var reading = await bot.SendAsync(activity);

        reading.Answer.Status.ShouldBe(200);
        var message = reading.Messages.ShouldHaveSingleItem();
        message.Channel.ShouldBe("teams-bot");
        message.Text.ShouldBe("my laptop <LON-LT-0421> is locked\nsince 09:10");
        message.Sender.ShouldBe(new ChannelSender(SenderProof.Account, new PersonId(Amy.Id), null, Amy.DisplayName));
        message.Thread.ShouldBe(bot.Chats.ConversationOf(Amy));
        message.Press.ShouldBeNull();
        message.SentAt.ShouldBe(new DateTimeOffset(2026, 10, 12, 8, 14, 2, TimeSpan.Zero));
    }

    [Fact]
    public async Task Message_Replayed_IsTheSameMessage()
    {
        await using var bot = await SimulatedBot.StartAsync();

        var first = (await bot.SendAsync(bot.Activity("message", Amy))).Messages.ShouldHaveSingleItem();
        var again = (await bot.SendAsync(bot.Activity("message", Amy))).Messages.ShouldHaveSingleItem();
        var other = (await bot.SendAsync(bot.Activity("message", Amy, "1700000000002"))).Messages.ShouldHaveSingleItem();

        again.Id.ShouldBe(first.Id);
        other.Id.ShouldNotBe(first.Id);
    }

    public static TheoryData<string, Action<JsonObject>> ForgedClaims => new()
    {
        { "another issuer", claims => claims["iss"] = "https://sts.windows.net/x/" },
        { "no issuer", claims => claims.Remove("iss") },
        { "for another bot", claims => claims["aud"] = "11111111-5150-4000-8000-00000000c11e" },
        { "for nobody", claims => claims.Remove("aud") },
        { "expired", claims => claims["exp"] = DateTimeOffset.UtcNow.AddMinutes(-6).ToUnixTimeSeconds() },
        { "without an end", claims => claims.Remove("exp") },
        { "not yet good", claims => claims["nbf"] = DateTimeOffset.UtcNow.AddMinutes(7).ToUnixTimeSeconds() },
        { "for another service address", claims => claims["serviceurl"] = "https://smba.trafficmanager.net/amer/" },
        { "for no service address", claims => claims.Remove("serviceurl") },
        { "for two service addresses", claims => claims["serviceUrl"] = "https://smba.trafficmanager.net/amer/" },
    };

    [Theory]
    [MemberData(nameof(ForgedClaims))]
    public async Task Call_WithAWrongClaim_IsRefusedWithoutAReason(string what, Action<JsonObject> change)
    {
        await using var bot = await SimulatedBot.StartAsync();

        var reading = await bot.SendAsync(bot.Activity("message", Amy), $"Bearer {bot.Signer.Sign(bot.ServiceUrl, change)}");

        reading.Answer.Status.ShouldBe(403, what);
        reading.Answer.Body.ShouldBeNull();
        reading.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(4)]
    public async Task Call_WithinTheSkewOfClocks_IsBelieved(int minutes)
    {
        await using var bot = await SimulatedBot.StartAsync();
        var at = DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds();

        var reading = await bot.SendAsync(bot.Activity("message", Amy), $"Bearer {bot.Signer.Sign(bot.ServiceUrl, claims => claims[minutes < 0 ? "exp" : "nbf"] = at)}");

        reading.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Call_SignedByAKeyThatIsNotEndorsedForTeams_IsRefused()
    {
        await using var bot = await SimulatedBot.StartAsync();

        (await bot.SendAsync(bot.Activity("message", Amy), $"Bearer {bot.Signer.Sign(bot.ServiceUrl, key: BotSigner.OtherKey)}")).Answer.Status.ShouldBe(403);
    }

    [Fact]
    public async Task Call_SignedByAKeyOfItsOwnUnderAKnownName_IsRefused()
    {
        await using var bot = await SimulatedBot.StartAsync();
        using var own = RSA.Create(2048);
        var head = Head(bot, "RS256");

        (await bot.SendAsync(bot.Activity("message", Amy), $"Bearer {head}.{Encode(own.SignData(Encoding.ASCII.GetBytes(head), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}")).Answer.Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task Call_UnsignedOrSignedWithThePublicKeyAsASecret_IsRefused(string algorithm)
    {
        await using var bot = await SimulatedBot.StartAsync();
        var head = Head(bot, algorithm);
        var publicKey = Encoding.ASCII.GetBytes(bot.Signer.Keys["keys"]![0]!["n"]!.GetValue<string>());

        (await bot.SendAsync(bot.Activity("message", Amy), $"Bearer {head}.{Encode(HMACSHA256.HashData(publicKey, Encoding.ASCII.GetBytes(head)))}")).Answer.Status.ShouldBe(403);
        (await bot.SendAsync(bot.Activity("message", Amy), $"Bearer {head}.")).Answer.Status.ShouldBe(401);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer a.b")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer ...")]
    public async Task Call_WithoutAToken_IsRefusedBeforeItIsRead(string? authorization)
    {
        await using var bot = await SimulatedBot.StartAsync();

        (await bot.SendAsync(bot.Activity("message", Amy), authorization)).Answer.Status.ShouldBe(401);
    }

    [Fact]
    public async Task Call_WithATokenThatIsNone_IsRefused()
    {
        await using var bot = await SimulatedBot.StartAsync();

        (await bot.SendAsync(bot.Activity("message", Amy), "Bearer a.b.c")).Answer.Status.ShouldBe(403);
    }

    public static TheoryData<string, Action<JsonObject>> ForeignActivities => new()
    {
        { "another channel", activity => activity["channelId"] = "webchat" },
        { "no channel", activity => activity.Remove("channelId") },
        { "another address than the token", activity => activity["serviceUrl"] = "https://evil.example/" },
        { "no address", activity => activity.Remove("serviceUrl") },
        { "another tenant in the conversation", activity => activity["conversation"]!["tenantId"] = "528dbe3f-0000-4000-8000-000000000000" },
        { "another tenant in the channel data", activity => activity["channelData"]!["tenant"]!["id"] = "528dbe3f-0000-4000-8000-000000000000" },
        { "no tenant", activity => { activity.Remove("channelData"); activity["conversation"]!.AsObject().Remove("tenantId"); } },
    };

    [Theory]
    [MemberData(nameof(ForeignActivities))]
    public async Task Activity_OfAnotherChannelOrTenant_IsRefused(string what, Action<JsonObject> change)
    {
        await using var bot = await SimulatedBot.StartAsync();
        var activity = bot.Activity("message", Amy);
        change(activity);

        var reading = await bot.SendAsync(activity);

        reading.Answer.Status.ShouldBe(403, what);
        reading.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_ThatCannotBeRead_MakeTheCallComeAgain()
    {
        await using var bot = await SimulatedBot.StartAsync();
        bot.Fault(FaultKind.Unavailable, "/.well-known/");

        (await Should.ThrowAsync<VendorException>(() => bot.SendAsync(bot.Activity("message", Amy)))).IsRetryable.ShouldBeTrue();
        bot.Time.Advance(TimeSpan.FromSeconds(3));

        (await bot.SendAsync(bot.Activity("message", Amy))).Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Keys_Known_AreUsedWhileTheyCannotBeReadAgain()
    {
        await using var bot = await SimulatedBot.StartAsync();
        await bot.SendAsync(bot.Activity("message", Amy));
        bot.Fault(FaultKind.Down, "/.well-known/", count: null);
        bot.Time.Advance(TimeSpan.FromHours(25));
        var claims = (JsonObject claims) => claims["exp"] = DateTimeOffset.UtcNow.AddHours(26).ToUnixTimeSeconds();

        (await bot.SendAsync(bot.Activity("message", Amy), $"Bearer {bot.Signer.Sign(bot.ServiceUrl, one => claims(one))}")).Messages.ShouldHaveSingleItem();
    }

    private static string Head(SimulatedBot bot, string algorithm) =>
        $"{BotSigner.Encode(new JsonObject { ["alg"] = algorithm, ["kid"] = bot.Signer.IdOf(BotSigner.TeamsKey), ["typ"] = "JWT" })}.{BotSigner.Encode(new JsonObject
        {
            ["iss"] = "https://api.botframework.com", ["aud"] = new SimulatorOptions().ClientId, ["exp"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds(), ["serviceurl"] = bot.ServiceUrl,
        })}";

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
