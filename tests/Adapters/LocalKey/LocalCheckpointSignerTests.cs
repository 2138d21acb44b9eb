using HelpDesk.Adapters.LocalKey;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.LocalKey;

public sealed class LocalCheckpointSignerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helpdesk-key-");

    private string File => Path.Combine(_folder.FullName, "deeper", "key.pem");

    [Fact]
    public async Task Signature_OfTheSameKeyAfterReopening_IsGood()
    {
        string keyId, signature;
        using (var first = new LocalCheckpointSigner(File))
            (keyId, signature) = (first.KeyId, await first.SignAsync("text", default));

        using var again = new LocalCheckpointSigner(File);
        again.KeyId.ShouldBe(keyId);
        (await again.VerifyAsync(keyId, "text", signature, default)).ShouldBeTrue();
        (await again.VerifyAsync(keyId, "texT", signature, default)).ShouldBeFalse();
        (await again.VerifyAsync("another", "text", signature, default)).ShouldBeFalse();
        (await again.VerifyAsync(keyId, "text", "not base64!", default)).ShouldBeFalse();
        (await again.VerifyAsync(keyId, "text", "", default)).ShouldBeFalse();
    }

    [Fact]
    public void KeyFile_WhenMade_IsItsOwnersOnly()
    {
        new LocalCheckpointSigner(File).Dispose();

        System.IO.File.ReadAllText(File + ".pub").ShouldStartWith("-----BEGIN PUBLIC KEY-----");
        if (!OperatingSystem.IsWindows())
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void KeyFile_ThatIsNone_IsRefusedNamingTheSetting()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, "no key");

        Should.Throw<VendorException>(() => new LocalCheckpointSigner(File)).Message.ShouldContain("CheckpointKey:Path");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
