package lu.aifactory.platform.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.TestPropertySource;

/// A test against the portal without any other room.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = PortalSlice.class)
@AutoConfigureMockMvc
@TestPropertySource(properties = "spring.thymeleaf.enable-spring-el-compiler=false")
@interface PortalTest {}
