using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using HelpDesk.Adapters.AzureOpenAI;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Simulator.OpenAI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.AzureOpenAI;

public sealed class AzureOpenAIEmbeddingsTests(OpenAIStand stand) : IClassFixture<OpenAIStand>
{
    [Fact]
    public async Task Embed_Texts_GivesOneVectorEachInTheirOrder()
    {
        var vectors = await stand.EmbedAsync(["Where is my bicycle?", "The printer is jammed", "Mein Fahrrad", "Where is my bicycle?"]);

        vectors.Count.ShouldBe(4);
        vectors.ShouldAllBe(static vector => vector.Length == 256);
        vectors[0].ShouldBe(vectors[3]);
        Near(vectors[0], vectors[2]).ShouldBeGreaterThan(0.5);
        Near(vectors[0], vectors[1]).ShouldBeLessThan(0.35);
    }

    // Vectors of long texts have all letters of Base64.
    [Fact]
    public async Task Embed_Articles_AreReadAsTheServiceWritesThem()
    {
        string[] texts = [.. Enumerable.Range(3, 60).Select(static words => string.Join(' ', Enumerable.Range(words, words).Select(static number => $"word{number}")))];

        (await stand.EmbedAsync(texts)).ShouldAllBe(static vector => Math.Abs(Near(vector, vector) - 1) < 0.001);
    }

    [Theory]
    [InlineData("text-embedding-3-small", "1024", 1024)]
    [InlineData("text-embedding-3-large", "0", 3072)]
    [InlineData("text-embedding-ada-002", "0", 1536)]
    public async Task Embed_Dimensions_AreThoseOfTheSettingOrOfTheModel(string deployment, string dimensions, int length) =>
        (await stand.EmbedAsync(["x"], ("AzureOpenAI:EmbeddingDeployment", deployment), ("AzureOpenAI:EmbeddingDimensions", dimensions))).ShouldHaveSingleItem().Length.ShouldBe(length);

    [Fact]
    public async Task Embed_ManyAndLongTexts_AreSentInSeveralCallsAndCutBelowWhatTheModelTakes()
    {
        var before = await stand.EmbeddingRequestsAsync();
        string[] texts = [.. Enumerable.Range(0, 2_100).Select(static number => number.ToString(CultureInfo.InvariantCulture)), string.Concat(Enumerable.Repeat("\U0001F600", 40_000)), new string('w', 200_000)];

        (await stand.EmbedAsync(texts)).Count.ShouldBe(texts.Length);

        var after = await stand.EmbeddingRequestsAsync();
        (after.Texts - before.Texts).ShouldBe(texts.Length);
        (after.Calls - before.Calls).ShouldBe(9);
    }

    [Fact]
    public async Task Embed_NothingOrAnEmptyText_IsNotSent()
    {
        var before = await stand.EmbeddingRequestsAsync();

        (await stand.EmbedAsync([])).ShouldBeEmpty();
        (await Should.ThrowAsync<VendorException>(() => stand.EmbedAsync(["x", " "]))).IsRetryable.ShouldBeFalse();

        (await stand.EmbeddingRequestsAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(401, "AzureOpenAI:ApiKey", false)]
    [InlineData(403, "Cognitive Services OpenAI User", false)]
    [InlineData(404, "AzureOpenAI:EmbeddingDeployment", false)]
    [InlineData(400, "AzureOpenAI:EmbeddingDimensions", false)]
    [InlineData(429, "AzureOpenAI:EmbeddingDeployment", true)]
    [InlineData(500, "500", true)]
    [InlineData(503, "503", true)]
    public async Task Embed_ServiceFault_NamesWhatToChangeAndIsAskedOnce(int status, string names, bool isRetryable)
    {
        await stand.NextEmbeddingsAsync(new ScriptedAnswer(status));
        var before = await stand.EmbeddingRequestsAsync();

        var fault = await Should.ThrowAsync<VendorException>(() => stand.EmbedAsync(["secret article words"]));

        (fault.System, fault.IsRetryable).ShouldBe(("azure-openai", isRetryable));
        fault.Message.ShouldContain(names);
        fault.Message.ShouldNotContain("secret article words");
        (await stand.EmbeddingRequestsAsync()).Calls.ShouldBe(before.Calls + 1);
    }

    [Theory]
    [InlineData("text-embedding-ada-002", "AzureOpenAI:EmbeddingDimensions must be 0")]
    [InlineData("gpt-4o", "AzureOpenAI:EmbeddingDeployment must be an embedding model")]
    [InlineData("missing", "check AzureOpenAI:EmbeddingDeployment")]
    public async Task Embed_WrongDeployment_NamesTheSetting(string deployment, string names)
    {
        var fault = await Should.ThrowAsync<VendorException>(() => stand.EmbedAsync(["x"], ("AzureOpenAI:EmbeddingDeployment", deployment)));

        fault.Message.ShouldContain(names);
        fault.IsRetryable.ShouldBeFalse();
    }

    [Fact]
    public async Task Embed_NoAnswerInTime_IsATimeout()
    {
        await stand.NextEmbeddingsAsync(new ScriptedAnswer(DelayMilliseconds: 30_000));

        var fault = await Should.ThrowAsync<VendorException>(() => stand.EmbedAsync(["x"], ("AzureOpenAI:Timeout", "00:00:01")));

        (fault.Code, fault.IsRetryable).ShouldBe(("timeout", true));
    }

    [Fact]
    public async Task Embed_NobodyListens_IsUnreachable() =>
        (await Should.ThrowAsync<VendorException>(() => stand.EmbedAsync(["x"], ("AzureOpenAI:Endpoint", "http://127.0.0.1:9/openai")))).IsRetryable.ShouldBeTrue();

    [Fact]
    public async Task Embed_Stopped_IsStoppedAndNoFaultOfTheService()
    {
        await stand.NextEmbeddingsAsync(new ScriptedAnswer(DelayMilliseconds: 30_000));
        await using var services = stand.Services(("AzureOpenAI:EmbeddingDeployment", "text-embedding-3-small"));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Should.ThrowAsync<OperationCanceledException>(() => services.GetRequiredService<ITextEmbeddings>().EmbedAsync(["x"], stop.Token));

        services.GetRequiredService<DependencyNotes>().Of("embeddings").ShouldBeEmpty();
    }

    public static TheoryData<string> BadBodies() =>
    [
        "{}",
        "<html>gateway</html>",
        """{"data":[],"model":"m"}""",
        """{"data":null,"model":"m"}""",
        Body((0, Numbers(256)), (1, Numbers(256))),
        Body((1, Numbers(256))),
        Body((-1, Numbers(256))),
        Body((0, Numbers(255))),
        Body((0, [])),
        Body((0, new float[256])),
        Body((0, Numbers(256, float.NaN))),
        Body((0, Numbers(256, float.PositiveInfinity))),
        """{"data":[{"object":"embedding","index":0,"embedding":"no base64!"}],"model":"m"}""",
        """{"data":[{"object":"embedding","index":0,"embedding":["a","b"]}],"model":"m"}""",
        """{"data":[{"object":"embedding","index":0,"embedding":"AAA="}],"model":"m"}""",
    ];

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Embed_AnswerThatIsNotOneWholeVectorForEachText_IsAFaultAndNoVector(string body)
    {
        await stand.NextEmbeddingsAsync(new ScriptedAnswer(Body: body));

        var fault = await Should.ThrowAsync<VendorException>(() => stand.EmbedAsync(["x"]));

        (fault.Code, fault.IsRetryable).ShouldBe(("malformed", false));
        fault.Message.ShouldContain("AzureOpenAI:Embedding");
    }

    [Fact]
    public async Task Embed_ServiceFault_IsInHealthUntilItWorksAgain()
    {
        await using var services = stand.Services(("AzureOpenAI:EmbeddingDeployment", "text-embedding-3-small"));
        var (model, notes) = (services.GetRequiredService<ITextEmbeddings>(), services.GetRequiredService<DependencyNotes>());
        await stand.NextEmbeddingsAsync(new ScriptedAnswer(403));

        await Should.ThrowAsync<VendorException>(() => model.EmbedAsync(["x"], default));
        notes.Of("embeddings").ShouldHaveSingleItem().ShouldContain("Cognitive Services OpenAI User");
        await model.EmbedAsync(["x"], default);

        notes.Of("embeddings").ShouldBeEmpty();
    }

    [Fact]
    public async Task Settings_NoDeployment_ThereIsNoModel()
    {
        await using var services = stand.Services(("AzureOpenAI:EmbeddingDeployment", ""));

        services.GetServices<ITextEmbeddings>().ShouldBeEmpty();
        services.GetServices<DependencyProbe>().ShouldNotContain(static probe => probe.Name == "embeddings");
    }

    [Theory]
    [InlineData("AzureOpenAI:EmbeddingDeployment", "../chat")]
    [InlineData("AzureOpenAI:EmbeddingDeployment", " ")]
    [InlineData("AzureOpenAI:EmbeddingDimensions", "63")]
    [InlineData("AzureOpenAI:EmbeddingDimensions", "3073")]
    [InlineData("AzureOpenAI:EmbeddingDimensions", "-1")]
    public async Task Settings_Wrong_StopTheStartAndAreNamed(string name, string value)
    {
        await using var services = stand.Services((name, value));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<AzureOpenAIOptions>>().Value).Message.ShouldContain(name);
    }

    [Fact]
    public async Task Id_NamesDeploymentAndDimensions()
    {
        await using var services = stand.Services(("AzureOpenAI:EmbeddingDeployment", "e"), ("AzureOpenAI:EmbeddingDimensions", "512"));

        services.GetRequiredService<ITextEmbeddings>().Id.ShouldBe("azure-openai:e:512");
    }

    // What the simulator answers to what the SDK would never send.
    [Theory]
    [InlineData("""{"input":[]}""", "text-embedding-3-small", 400)]
    [InlineData("""{"input":""}""", "text-embedding-3-small", 400)]
    [InlineData("""{"input":["a",""]}""", "text-embedding-3-small", 400)]
    [InlineData("""{"input":[1,2]}""", "text-embedding-3-small", 400)]
    [InlineData("{}", "text-embedding-3-small", 400)]
    [InlineData("[", "text-embedding-3-small", 400)]
    [InlineData("""{"input":"a","dimensions":1537}""", "text-embedding-3-small", 400)]
    [InlineData("""{"input":"a","dimensions":"many"}""", "text-embedding-3-small", 400)]
    [InlineData("""{"input":"a","dimensions":256}""", "text-embedding-ada-002", 400)]
    [InlineData("""{"input":"a","encoding_format":"hex"}""", "text-embedding-3-small", 400)]
    [InlineData("""{"input":"a"}""", "missing", 404)]
    [InlineData("""{"input":"a"}""", "text-embedding-3-small", 200)]
    public async Task Simulator_Request_IsRefusedAsTheServiceDoes(string body, string deployment, int status) =>
        ((int)(await stand.PostEmbeddingsAsync(body, deployment)).StatusCode).ShouldBe(status);

    [Fact]
    public async Task Simulator_KeyVersionAndNumberOfTexts_AreChecked()
    {
        (await stand.PostEmbeddingsAsync("""{"input":"a"}""", key: "wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stand.PostEmbeddingsAsync("""{"input":"a"}""", version: "2020-01-01")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stand.PostEmbeddingsAsync(JsonSerializer.Serialize(new { input = Enumerable.Repeat("a", 2_049) }))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await stand.PostEmbeddingsAsync(JsonSerializer.Serialize(new { input = Enumerable.Repeat("a", 2_048), dimensions = 8, encoding_format = "float" }));
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        body.RootElement.GetProperty("data")[2_047].GetProperty("embedding").GetArrayLength().ShouldBe(8);
        body.RootElement.GetProperty("usage").GetProperty("total_tokens").GetInt32().ShouldBe(2_048);
    }

    private static string Body(params (int Index, float[] Vector)[] vectors) => JsonSerializer.Serialize(new
    {
        @object = "list",
        data = vectors.Select(static one => new { @object = "embedding", index = one.Index, embedding = Convert.ToBase64String(MemoryMarshal.AsBytes<float>(one.Vector)) }),
        model = "m",
        usage = new { prompt_tokens = 1, total_tokens = 1 },
    });

    private static float[] Numbers(int count, float first = 1) => [first, .. Enumerable.Repeat(0.5f, count - 1)];

    private static double Near(float[] one, float[] other) => one.Zip(other, static (left, right) => (double)left * right).Sum();
}
