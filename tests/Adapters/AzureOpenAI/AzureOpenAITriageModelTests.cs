using HelpDesk.Adapters.AzureOpenAI;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Simulator.OpenAI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.AzureOpenAI;

public sealed class AzureOpenAITriageModelTests(OpenAIStand stand) : IClassFixture<OpenAIStand>
{
    private const string Clean = """{"intent":"device.lost","confidence":0.9,"device_hint":"iPad","app_hint":null,"confirmed_lost":false}""";

    [Fact]
    public async Task Ask_PlainTicket_IsAnsweredInTheStrictSchema()
    {
        var answer = await stand.AskAsync("I forgot my password, please reset my password");

        answer.Intent.ShouldBe("identity.password-forgotten");
        answer.Confidence.ShouldBeGreaterThan(0.7);
    }

    [Fact]
    public async Task Ask_CleanAnswer_IsReadWhole()
    {
        await stand.NextAsync(new ScriptedAnswer(Content: Clean));

        (await stand.AskAsync("x")).ShouldBe(new TriageAnswer("device.lost", 0.9, null, "iPad", null, false));
    }

    [Theory]
    [InlineData(null, "I can't help with that", "stop", AbstentionReasons.Refusal)]
    [InlineData(null, null, "stop", AbstentionReasons.Empty)]
    [InlineData("{\"intent\":\"dev", null, "length", AbstentionReasons.Length)]
    [InlineData("", null, "content_filter", AbstentionReasons.ContentFilter)]
    [InlineData("rm -rf /", null, "stop", AbstentionReasons.Malformed)]
    [InlineData(Clean, null, "made_up", AbstentionReasons.Malformed)]
    [InlineData("""{"intent":"tenant.delete","confidence":0.9,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", null, "stop", AbstentionReasons.UnknownIntent)]
    [InlineData("""{"intent":"device.lost","confidence":2.7,"device_hint":null,"app_hint":null,"confirmed_lost":null}""", null, "stop", AbstentionReasons.ConfidenceOutOfRange)]
    [InlineData("""{"intent":"device.lost","confidence":0.9,"device_hint":null,"app_hint":null,"confirmed_lost":null,"approver":"me"}""", null, "stop", AbstentionReasons.Malformed)]
    public async Task Ask_NoCleanAnswer_Abstains(string? content, string? refusal, string finish, string reason)
    {
        await stand.NextAsync(new ScriptedAnswer(Content: content, Refusal: refusal, Finish: finish));

        (await stand.AskAsync("x")).ShouldBe(TriageAnswer.Abstain(reason));
    }

    [Theory]
    [InlineData("content_filter", AbstentionReasons.ContentFilter)]
    [InlineData("context_length_exceeded", AbstentionReasons.Length)]
    public async Task Ask_PromptRefused_AbstainsAtTheFirstAttempt(string code, string reason)
    {
        await stand.NextAsync(new ScriptedAnswer(400, Code: code));
        var before = await stand.RequestsAsync();

        (await stand.AskAsync("x")).Abstained.ShouldBe(reason);
        (await stand.RequestsAsync()).ShouldBe(before + 1);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("<html>gateway</html>")]
    public async Task Ask_BodyThatIsNoCompletion_Abstains(string body)
    {
        await stand.NextAsync(new ScriptedAnswer(Body: body));

        (await stand.AskAsync("x")).Abstained.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(401, "AzureOpenAI:ApiKey", false)]
    [InlineData(403, "Cognitive Services OpenAI User", false)]
    [InlineData(404, "AzureOpenAI:Deployment", false)]
    [InlineData(400, "AzureOpenAI:ReasoningModel", false)]
    [InlineData(429, "AzureOpenAI:Deployment", true)]
    [InlineData(500, "500", true)]
    [InlineData(503, "503", true)]
    public async Task Ask_ServiceFault_NamesWhatToChangeAndIsAskedOnce(int status, string names, bool isRetryable)
    {
        await stand.NextAsync(new ScriptedAnswer(status));
        var before = await stand.RequestsAsync();

        var fault = await Should.ThrowAsync<VendorException>(() => stand.AskAsync("secret ticket words"));

        fault.System.ShouldBe("azure-openai");
        fault.Message.ShouldContain(names);
        fault.Message.ShouldNotContain("secret ticket words");
        fault.IsRetryable.ShouldBe(isRetryable);
        (await stand.RequestsAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Ask_Throttled_TakesTheMilliseconds()
    {
        await stand.NextAsync(new ScriptedAnswer(429, Headers: new Dictionary<string, string> { ["retry-after-ms"] = "300", ["Retry-After"] = "5" }));

        (await Should.ThrowAsync<VendorException>(() => stand.AskAsync("x"))).RetryAfter.ShouldBe(TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task Ask_NoAnswerInTime_IsATimeout()
    {
        await stand.NextAsync(new ScriptedAnswer(Content: Clean, DelayMilliseconds: 30_000));

        var fault = await Should.ThrowAsync<VendorException>(() => stand.AskAsync("x", "t", ("AzureOpenAI:Timeout", "00:00:01")));

        fault.Code.ShouldBe("timeout");
        fault.Message.ShouldContain("AzureOpenAI:Timeout");
        fault.IsRetryable.ShouldBeTrue();
    }

    [Fact]
    public async Task Ask_NobodyListens_IsUnreachable()
    {
        var fault = await Should.ThrowAsync<VendorException>(() => stand.AskAsync("x", "t", ("AzureOpenAI:Endpoint", "http://127.0.0.1:9/openai")));

        fault.Message.ShouldContain("AzureOpenAI:Endpoint");
        fault.IsRetryable.ShouldBeTrue();
    }

    [Fact]
    public async Task Ask_UnknownDeployment_NamesTheSetting() =>
        (await Should.ThrowAsync<VendorException>(() => stand.AskAsync("x", "t", ("AzureOpenAI:Deployment", "missing")))).Code.ShouldBe("DeploymentNotFound");

    [Fact]
    public async Task Ask_ReasoningModel_IsAnsweredToo() =>
        (await stand.AskAsync("My laptop was stolen", "t", ("AzureOpenAI:ReasoningModel", "true"))).Intent.ShouldBe("device.stolen");

    [Fact]
    public async Task Add_NoSection_AddsNoModel()
    {
        var configuration = new ConfigurationBuilder().Build();
        await using var services = new ServiceCollection().AddAzureOpenAI(configuration).BuildServiceProvider();

        services.GetServices<ITriageModel>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AzureOpenAI:Endpoint", "http://example.com")]
    [InlineData("AzureOpenAI:Endpoint", "nonsense")]
    [InlineData("AzureOpenAI:Deployment", "a/b")]
    [InlineData("AzureOpenAI:ApiKey", "  ")]
    [InlineData("AzureOpenAI:Timeout", "00:00:00")]
    public async Task Add_BadSetting_IsRefusedByName(string setting, string value)
    {
        await using var services = stand.Services((setting, value));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<AzureOpenAIOptions>>().Value).Message.ShouldContain(setting);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00:05:00")]
    public async Task AddTriage_BadTimeout_IsRefusedByName(string value)
    {
        await using var services = stand.Services((TriageOptions.ModelTimeoutSetting, value));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<TriageOptions>>().Value).Message.ShouldContain("Triage:ModelTimeout");
    }
}
